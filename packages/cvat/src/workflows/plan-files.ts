import { checkMembers, isPlainObject, openFile, type OptionRules } from "@labelwire/core";
import { text } from "./option-rules.ts";
import { uploadFault } from "./upload-fault.ts";
import type { DataToUpload, FileToUpload, PathToUpload } from "./file-to-upload.ts";
import { checkUploadName } from "./check-upload-name.ts";

/** A file whose bytes are at hand and whose name is good. */
export interface PlannedFile {
  readonly name: string;
  readonly blob: Blob;
  /** Where it is on disk, if it was given so. */
  readonly path?: string | undefined;
}

/** The most that the server takes in one file (server 2.73). */
const MOST_FILE_BYTES = 26_843_545_600;

const rules: OptionRules = {
  name: text,
  path: text,
  data: [(value) => isBlob(value) || isBytes(value), "a Blob, an ArrayBuffer or a view of one"],
};

/**
 * Opens and checks every file before anything is sent: what is wrong with the last of a thousand is known at once.
 *
 * @throws ConfigError naming the file's place in the list.
 */
export async function planFiles(option: string, files: readonly FileToUpload[]): Promise<readonly PlannedFile[]> {
  if (files.length === 0) throw uploadFault(option, "is empty: there is nothing to upload");
  const planned: PlannedFile[] = [];
  const places = new Map<string, number>();
  for (const [place, file] of files.entries()) {
    const plan = await planFile(`${option}[${place}]`, file);
    const first = places.get(plan.name);
    if (first !== undefined) {
      const problem = `has the name of ${option}[${first}], ${plan.name}: a task holds each name once. Give one of them another name`;
      throw uploadFault(`${option}[${place}]`, problem);
    }
    places.set(plan.name, place);
    planned.push(plan);
  }
  return planned;
}

/** Opens and checks one file. */
export async function planFile(option: string, file: FileToUpload): Promise<PlannedFile> {
  const given: Partial<DataToUpload & PathToUpload> =
    typeof file === "string" ? { path: file } : isBlob(file) ? { data: file } : file;
  if (!isPlainObject(given)) throw uploadFault(option, "must be a File, a path, or an object with data or path");
  checkMembers(option, given, rules);
  const { path, data } = given;
  if ((path === undefined) === (data === undefined)) throw uploadFault(option, "needs either data or path");
  const blob = data === undefined ? await openFile(path ?? "") : toBlob(data);
  const name = given.name ?? path?.split(/[/\\]/).at(-1) ?? (data === undefined ? "" : nameOf(data));
  checkUploadName(`${option}.name`, name);
  // An empty one is answered with an error 500, and a larger one with 413 (server 2.73).
  if (blob.size === 0) throw uploadFault(option, `(${name}) is empty; the server takes no empty file`);
  if (blob.size > MOST_FILE_BYTES) {
    throw uploadFault(option, `(${name}) has ${blob.size} bytes; the server takes at most ${MOST_FILE_BYTES}`);
  }
  return { name, blob, path };
}

function toBlob(data: DataToUpload["data"]): Blob {
  if (isBlob(data)) return data;
  if (!ArrayBuffer.isView(data)) return new Blob([data]);
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  // A copy, because no Blob takes shared memory.
  return new Blob([
    bytes.buffer instanceof ArrayBuffer
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : bytes.slice(),
  ]);
}

function nameOf(data: DataToUpload["data"]): string {
  return "name" in data && typeof data.name === "string" ? data.name : "";
}

function isBytes(value: unknown): boolean {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}

/** Not `instanceof`: a test runner's DOM has a Blob of its own. */
function isBlob(value: unknown): value is Blob {
  return typeof value === "object" && value !== null && "size" in value && "slice" in value;
}
