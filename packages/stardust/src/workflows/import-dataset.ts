import { checkMembers, ConfigError, waitingRules, type WaitOptions } from "@labelwire/core";
import { asyncImport } from "../generated/operations.ts";
import type { Schema, StardustCaller } from "../types.ts";
import { readFields, type DatasetFields } from "./dataset-fields.ts";
import { object, text } from "./option-rules.ts";
import { readData } from "./read-data.ts";
import { waitForDataset } from "./wait-for-dataset.ts";

/** Data in cloud storage that is to become a dataset. */
export interface DatasetFolder {
  /** A folder, as `gs://bucket/path`. */
  readonly resourceUrl: string;
  /** Where the data is, if not where the platform reads by itself. */
  readonly externalStorage?: Schema<"ExternalStorage"> | undefined;
}

/** What steers {@link importDataset}. */
export type ImportDatasetOptions = WaitOptions;

/**
 * Imports a dataset from cloud storage, and waits until it is ready.
 *
 * @returns The dataset: its id, and the id of the data that was made of each scene.
 * @throws ConfigError before anything is sent, for a member that cannot be used; JobFailedError when the import failed or has a status
 * that this version does not know; JobTimeoutError at the deadline (the import may go on: `waitForDataset`); ApiError when the
 * platform refuses; the signal's reason when aborted.
 *
 * @example
 * const { datasetId } = await importDataset(stardust, { name: "cats", dataType: 2 }, { resourceUrl: "gs://cats/2026" });
 */
export async function importDataset(
  client: StardustCaller,
  fields: DatasetFields,
  folder: DatasetFolder,
  options: ImportDatasetOptions = {},
): Promise<Schema<"Dataset">> {
  const { name, dataType, fileTreeType } = readFields(fields);
  checkMembers("folder", folder, { resourceUrl: text, externalStorage: object }, ["resourceUrl"]);
  checkMembers("options", options, waitingRules);
  const { resourceUrl, externalStorage } = folder;
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(resourceUrl)) {
    const message = "folder.resourceUrl is not the URL of a folder in cloud storage, such as gs://bucket/path.";
    throw new ConfigError({ option: "folder.resourceUrl", message });
  }
  // Text here, and a number where a file is uploaded.
  const facts = { resourceUrl, fileTreeType: String(fileTreeType), dataType, name };
  const body = { ...facts, ...(externalStorage && { externalStorage }) };
  const result = await asyncImport(client, { body, signal: options.signal });
  const { datasetId } = readData({ operation: asyncImport.id, result, needed: ["datasetId"] });
  return waitForDataset(client, datasetId, options);
}
