import { checkArgument, checkMembers, poll, waitingRules, type WaitOptions } from "@labelwire/core";
import { getStatus } from "../generated/operations.ts";
import type { Schema, StardustCaller } from "../types.ts";
import { text } from "./option-rules.ts";
import { readData } from "./read-data.ts";

/** What steers {@link waitForDataset}. */
export type WaitForDatasetOptions = WaitOptions;

/** As documented: 1 being built, 2 ready, -1 failed. */
const statuses = { pending: ["1"], succeeded: ["2"], failed: ["-1"] } as const;

/**
 * Waits until a dataset is ready. `importDataset` does both; this one takes an import that was begun before.
 *
 * @throws JobFailedError when the import failed or has a status that this version does not know; JobTimeoutError at the deadline;
 * ApiError when the platform refuses to tell; the signal's reason when aborted; ConfigError for an option that cannot be used.
 *
 * @example
 * const { mappingList } = await waitForDataset(stardust, "8545436153352348000");
 */
export async function waitForDataset(
  client: StardustCaller,
  datasetId: string,
  options: WaitForDatasetOptions = {},
): Promise<Schema<"Dataset">> {
  checkArgument("datasetId", datasetId, text);
  checkMembers("options", options, waitingRules);
  const { dataset } = await poll({
    ...options,
    ...statuses,
    jobId: datasetId,
    operation: getStatus.id,
    clock: client.clock,
    check: async (signal) => {
      const result = await getStatus(client, { params: { query: { datasetId } }, signal });
      const dataset = readData({ operation: getStatus.id, result, needed: ["status"] });
      return { status: String(dataset.status), details: dataset, dataset };
    },
  });
  return dataset;
}
