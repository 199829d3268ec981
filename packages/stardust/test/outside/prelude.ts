// What a reader's own program has before the documented code begins.

/** A project of the account. */
export const projectId = 12;

export const signal: AbortSignal = new AbortController().signal;

/** Puts a file where the platform can download it, and says where that is. */
export async function publish(name: string, text: string): Promise<string> {
  if (text === "") throw new Error("there is nothing in the file");
  return `https://files.example.com/${name}`;
}

/** A ZIP archive with one empty file in it, `a`. */
const archive =
  "504b0304140000000000000021000000000000000000000000000100000061504b01021400140000000000000021000000000000000000000000" +
  "00010000000000000000000000000000000000" +
  "61504b050600000000010001002f0000001f0000000000";
export const zipFile: Blob = new Blob([
  Uint8Array.from(archive.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
]);
