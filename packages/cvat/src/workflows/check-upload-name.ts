import { uploadFault } from "./upload-fault.ts";

/** File systems of the server take no more (`NAME_MAX` of Linux), and it learns so only when the last byte has arrived. */
const MOST_BYTES = 255;

/**
 * Refuses a name that the server would refuse, or meet with an error 500 after the last byte: a folder that does not exist there
 * (server 2.73), or one that leads out of the task.
 *
 * @throws ConfigError naming the option.
 */
export function checkUploadName(option: string, name: string): void {
  if (name.trim() === "") throw uploadFault(option, "is required: these bytes have no name of their own");
  if (/[/\\]/.test(name)) throw uploadFault(option, `must be a name without folders, unlike ${JSON.stringify(name)}`);
  if (name === "." || name === "..") throw uploadFault(option, `must be the name of a file, unlike "${name}"`);
  if (/[\p{Cc}\p{Cs}]/u.test(name)) throw uploadFault(option, "must not hold control characters or half characters");
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > MOST_BYTES)
    throw uploadFault(option, `has ${bytes} bytes in UTF-8; the server takes at most ${MOST_BYTES}`);
}
