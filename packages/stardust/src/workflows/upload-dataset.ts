import { callingRules, checkMembers } from "@labelwire/core";
import { syncUpload } from "../generated/operations.ts";
import type { Schema, StardustCaller } from "../types.ts";
import { readFields, type DatasetFields } from "./dataset-fields.ts";
import { readArchive } from "./read-archive.ts";
import { readData } from "./read-data.ts";

/** A ZIP file: a `Blob` or `File`, bytes, or a path on disk in Node, Deno and Bun. At most 100 MB. */
export type ArchiveToUpload = Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | string;

/** What steers {@link uploadDataset}. */
export interface UploadDatasetOptions {
  /** Ends the upload; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for the upload and the import, which is one call. Default: 1,800,000 (30 minutes). */
  readonly timeoutMs?: number | undefined;
}

/**
 * Uploads a dataset as a ZIP file. The platform imports it before it answers.
 *
 * The file is looked at before anything is sent: a file that is no ZIP, is empty or is too large would be refused after the whole
 * upload.
 *
 * @returns The dataset: its id, and the id of the data that was made of each scene. Its `status` is 2 when it is ready; should it be
 * 1, `waitForDataset` waits for it.
 * @throws ConfigError before anything is sent, for a file or another member that cannot be used; ApiError when the platform refuses,
 * such as with code 5710 for another layout; the signal's reason when aborted.
 *
 * @example
 * const { datasetId } = await uploadDataset(stardust, { name: "cats", dataType: 2 }, "./cats.zip");
 */
export async function uploadDataset(
  client: StardustCaller,
  fields: DatasetFields,
  file: ArchiveToUpload,
  options: UploadDatasetOptions = {},
): Promise<Schema<"Dataset">> {
  const { name, dataType, fileTreeType } = readFields(fields);
  checkMembers("options", options, callingRules);
  const { signal, timeoutMs = 1_800_000 } = options;
  const uploadFile = await readArchive("file", file);
  const body = { uploadFile, fileTreeType, dataType, name };
  const result = await syncUpload(client, { body, signal, timeoutMs, attemptTimeoutMs: timeoutMs });
  return readData({ operation: syncUpload.id, result, needed: ["datasetId"] });
}
