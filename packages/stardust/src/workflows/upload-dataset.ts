import { callingRules, checkMembers } from "@labelwire/core";
import { syncUpload } from "../generated/operations.ts";
import type { Schema, StardustCaller } from "../types.ts";
import { dataType, name } from "./option-rules.ts";
import { readArchive } from "./read-archive.ts";
import { readData } from "./read-data.ts";

/** A ZIP file that is to become a dataset. */
export interface DatasetUpload {
  /** The file: a `Blob` or `File`, bytes, or a path on disk in Node, Deno and Bun. At most 100 MB. */
  readonly file: Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | string;
  /** 2 for 2D data, 3 for 3D data. */
  readonly dataType: 2 | 3;
  /** What the dataset is called, at most 60 bytes in UTF-8. */
  readonly name: string;
  /** How the files are laid out. Default: 0, one folder per sensor, which is all that is documented. */
  readonly fileTreeType?: number | undefined;
}

/** What steers an upload. */
export interface UploadOptions {
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
 * const { datasetId } = await uploadDataset(stardust, { file: "cats.zip", dataType: 2, name: "cats" });
 */
export async function uploadDataset(
  client: StardustCaller,
  upload: DatasetUpload,
  options: UploadOptions = {},
): Promise<Schema<"Dataset">> {
  const fileTree = [(value: unknown) => Number.isInteger(value), "a whole number"] as const;
  const rules = { file: undefined, dataType, name, fileTreeType: fileTree };
  checkMembers("upload", upload, rules, ["file", "dataType", "name"]);
  checkMembers("options", options, callingRules);
  const { signal, timeoutMs = 1_800_000 } = options;
  const uploadFile = await readArchive("upload.file", upload.file);
  const { fileTreeType = 0 } = upload;
  const body = { uploadFile, fileTreeType, dataType: upload.dataType, name: upload.name };
  const result = await syncUpload(client, { body, signal, timeoutMs, attemptTimeoutMs: timeoutMs });
  return readData({ operation: syncUpload.id, result, needed: ["datasetId"] });
}
