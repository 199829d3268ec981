import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { JsonValue } from "./json-value.ts";
import { parseSpecText } from "./parse-spec-text.ts";
import { SpecError } from "./spec-error.ts";

/** A file that was read: its parsed value and the sha256 of its bytes. */
export interface InputFile {
  /** The name for messages. */
  readonly file: string;
  readonly value: JsonValue;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads and parses a YAML or JSON file.
 *
 * @param path - Where it is.
 * @param file - Its name for messages; never an absolute path in what is committed.
 * @param mend - What to do where it does not exist.
 * @throws SpecError where it cannot be read or parsed.
 */
export async function readInput(path: string, file: string, mend: string): Promise<InputFile> {
  const bytes = await read(path, file, mend);
  const text = new TextDecoder().decode(bytes);
  return { file, value: parseSpecText(text, file), sha256: sha256(bytes) };
}

/** The sha256 of text or bytes, in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

async function read(path: string, file: string, mend: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const problem = code === "ENOENT" ? "the file does not exist" : `the file cannot be read (${code})`;
    throw new SpecError([{ file, problem, mend }]);
  }
}
