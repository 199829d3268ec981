import type { Schema } from "./types.ts";
import { findRecordFault } from "./workflows/find-record-fault.ts";

/**
 * True for a record of a documented kind, with attached to it what that kind has. The record of a task may be of another.
 *
 * @example
 * const record = task.taskParams?.record;
 * if (record && isImportRecord(record) && record.attachmentType === "IMAGE") console.log(record.attachment);
 */
export function isImportRecord(record: Schema<"TaskRecord">): record is Schema<"ImportRecord"> {
  return findRecordFault(record) === undefined;
}
