import { ConfigError } from "@labelwire/core";
import type { Schema } from "../types.ts";
import { findRecordFault } from "./find-record-fault.ts";

/**
 * Writes records as JSON lines, one task a line, which is the file that `sendTasks` has the platform download.
 *
 * @param records - A list, or anything else to iterate over once.
 * @throws ConfigError for the first record that the platform could not make a task of, with the place in it and the reason: an unknown
 * `attachmentType`, an `attachment` that does not fit it, or a `uniqueIdentifier` that is missing or was used before.
 *
 * @example
 * const lines = buildImportLines([
 *   { attachmentType: "IMAGE", attachment: "https://files.example.com/1.jpg", metadata: { uniqueIdentifier: "cat-1" } },
 * ]);
 * await writeFile("cats.jsonl", lines);
 */
export function buildImportLines(
  records: readonly Schema<"ImportRecord">[] | Iterable<Schema<"ImportRecord">>,
): string {
  // An array is an iterable too. Named on its own in the type, a compiler's error points into the record that is wrong.
  if (!isIterable(records)) throw refuse("records", "is not an array, nor anything else to iterate over");
  const lines: string[] = [];
  const places = new Map<string, string>();
  for (const record of records) {
    const place = `records[${lines.length}]`;
    const fault = findRecordFault(record);
    if (fault) throw refuse(place + fault.path, fault.problem);
    const { uniqueIdentifier } = record.metadata;
    const before = places.get(uniqueIdentifier);
    if (before !== undefined) {
      throw refuse(`${place}.metadata.uniqueIdentifier`, `is that of ${before} too, and the platform takes each once`);
    }
    places.set(uniqueIdentifier, place);
    lines.push(`${writeLine(place, record)}\n`);
  }
  return lines.join("");
}

function writeLine(place: string, record: object): string {
  try {
    const line = JSON.stringify(record, (_, value: unknown) => {
      if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError();
      return value;
    });
    // JSON leaves these as they are, and some readers of lines, such as Python's splitlines, take them for the end of one.
    return line.replace(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, "0")}`);
  } catch {
    throw refuse(place, "holds what JSON cannot carry: NaN, an infinity, a bigint, or an object within itself");
  }
}

function isIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function refuse(option: string, problem: string): ConfigError {
  return new ConfigError({ option, message: `${option} ${problem}.` });
}
