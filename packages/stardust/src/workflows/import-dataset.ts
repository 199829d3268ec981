import { checkMembers, ConfigError, waitingRules } from "@labelwire/core";
import { asyncImport } from "../generated/operations.ts";
import type { Schema, StardustCaller } from "../types.ts";
import { dataType, name, object, text } from "./option-rules.ts";
import { readData } from "./read-data.ts";
import { waitForDataset } from "./wait-for-dataset.ts";
import type { WaitOptions } from "./wait-options.ts";

/** Data in cloud storage that is to become a dataset. */
export interface DatasetImport {
  /** A folder, as `gs://bucket/path`. */
  readonly resourceUrl: string;
  /** 2 for 2D data, 3 for 3D data. */
  readonly dataType: 2 | 3;
  /** What the dataset is called, at most 60 bytes in UTF-8. */
  readonly name: string;
  /** How the files are laid out. Default: `"0"`, one folder per sensor, which is all that is documented. */
  readonly fileTreeType?: string | undefined;
  /** Where the data is, if not where the platform reads by itself. */
  readonly externalStorage?: Schema<"ExternalStorage"> | undefined;
}

/**
 * Imports a dataset from cloud storage, and waits until it is ready.
 *
 * @returns The dataset: its id, and the id of the data that was made of each scene.
 * @throws ConfigError before anything is sent, for a member that cannot be used; JobFailedError when the import failed or has a status
 * that this version does not know; JobTimeoutError at the deadline (the import may go on: `waitForDataset`); ApiError when the
 * platform refuses; the signal's reason when aborted.
 *
 * @example
 * const { datasetId, mappingList } = await importDataset(stardust, { resourceUrl: "gs://cats/2026", dataType: 2, name: "cats" });
 */
export async function importDataset(
  client: StardustCaller,
  source: DatasetImport,
  options: WaitOptions = {},
): Promise<Schema<"Dataset">> {
  const rules = { resourceUrl: text, dataType, name, fileTreeType: text, externalStorage: object };
  checkMembers("source", source, rules, ["resourceUrl", "dataType", "name"]);
  checkMembers("options", options, waitingRules);
  const { resourceUrl, fileTreeType = "0", externalStorage } = source;
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(resourceUrl)) {
    const message = "source.resourceUrl is not the URL of a folder in cloud storage, such as gs://bucket/path.";
    throw new ConfigError({ option: "source.resourceUrl", message });
  }
  const facts = { resourceUrl, fileTreeType, dataType: source.dataType, name: source.name };
  const body = { ...facts, ...(externalStorage && { externalStorage }) };
  const result = await asyncImport(client, { body, signal: options.signal });
  const { datasetId } = readData({ operation: asyncImport.id, result, needed: ["datasetId"] });
  return waitForDataset(client, datasetId, options);
}
