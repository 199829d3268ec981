import { ConfigError, openFile } from "@labelwire/core";

/** 100 MB as the platform's limit may count it: a file between 10^8 bytes and this is left to the server to judge. */
const maxBytes = 104_857_600;

/**
 * The bytes of a ZIP file as a `File` with a name, after a look at its size and its first bytes.
 *
 * @throws ConfigError for a file that is empty, too large or no ZIP, or that holds no files; and for what is no file.
 */
export async function readArchive(option: string, given: unknown): Promise<File> {
  const blob = await openArchive(option, given);
  const refuse = (problem: string): ConfigError => new ConfigError({ option, message: `${option} ${problem}` });
  if (blob.size === 0) throw refuse("is empty. Give a ZIP file with the data in it.");
  if (blob.size > maxBytes) {
    throw refuse(
      `has ${blob.size} bytes, and the platform takes at most 100 MB. Split the data into several datasets.`,
    );
  }
  const start = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  const signature = String.fromCharCode(...start);
  // APPNOTE.TXT 4.3.16: an archive without files is its end record alone.
  if (signature === "PK\u0005\u0006") throw refuse("is a ZIP file without files in it.");
  if (signature !== "PK\u0003\u0004") throw refuse("is not a ZIP file: it does not begin as one.");
  return new File([blob], fileName(blob, given), { type: "application/zip" });
}

async function openArchive(option: string, given: unknown): Promise<Blob> {
  if (given instanceof Blob) return given;
  if (typeof given === "string") return openFile(given);
  if (given instanceof ArrayBuffer) return new Blob([given]);
  // A view of shared memory is no part of a Blob; the type of `file` leaves it out.
  if (ArrayBuffer.isView(given)) return new Blob([given as ArrayBufferView<ArrayBuffer>]);
  throw new ConfigError({ option, message: `${option} is neither a Blob, nor bytes, nor the path of a file.` });
}

function fileName(blob: Blob, given: unknown): string {
  const name = blob instanceof File ? blob.name : typeof given === "string" ? given.split(/[/\\]/).at(-1) : undefined;
  return name === undefined || name === "" ? "dataset.zip" : name;
}
