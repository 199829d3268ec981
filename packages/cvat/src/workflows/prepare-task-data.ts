import { checkMembers, isPlainObject, steeringRules, type OptionRules } from "@labelwire/core";
import type { Schema } from "../types.ts";
import { count } from "./option-rules.ts";
import { dataRules, toDataRequest } from "./task-data-options.ts";
import { planFiles, type PlannedFile } from "./plan-files.ts";
import { resumeRule } from "./upload-store.ts";
import type { UploadTaskDataOptions } from "./upload-task-data.ts";
import { readTaskSource, type TaskData } from "./read-task-source.ts";

/** Data that has been checked, and what to tell the server of it. */
export interface PreparedTaskData {
  /** What to upload; empty where the server reads by itself. */
  readonly files: readonly PlannedFile[];
  readonly request: Schema<"DataRequest"> & { readonly image_quality?: number };
}

/** How {@link UploadTaskDataOptions} are checked. */
export const uploadRules: OptionRules = {
  ...dataRules,
  ...steeringRules,
  concurrency: count,
  uploadChunkBytes: count,
  resume: resumeRule,
};

/**
 * Checks all that an upload is given, and opens its files.
 *
 * @throws ConfigError naming the option or the file.
 */
export async function prepareTaskData(data: TaskData, options: UploadTaskDataOptions): Promise<PreparedTaskData> {
  checkMembers("options", options, uploadRules);
  const request = toDataRequest(options);
  const source = readTaskSource(data);
  if (isPlainObject(source)) return { files: [], request: { ...request, ...source } };
  const files = await planFiles("data", source);
  if (request.sorting_method !== "predefined" || request.upload_file_order !== undefined) return { files, request };
  // They arrive in any order, because a few are sent at a time.
  return { files, request: { ...request, upload_file_order: files.map(({ name }) => name) } };
}
