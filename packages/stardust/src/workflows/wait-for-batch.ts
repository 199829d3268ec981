import { checkArgument, checkMembers, poll, waitingRules, type WaitOptions } from "@labelwire/core";
import { checkSendStatus } from "../generated/operations.ts";
import type { StardustCaller } from "../types.ts";
import { text } from "./option-rules.ts";
import { readData } from "./read-data.ts";
import type { SendTasksReport } from "./send-tasks.ts";

/** What steers {@link waitForBatch}. */
export type WaitForBatchOptions = WaitOptions;

/**
 * The codes are not documented. What is known: `send_task` answers 1 when it has begun, and the sample of a batch that has ended,
 * with errors, has 3. Inferred from datasets, which have 1 while they are built, 2 when ready and -1 when failed: 2 is an end too.
 * Any other code ends the wait with an error that names it, rather than being waited on for ever.
 */
const statuses = { pending: ["0", "1"], succeeded: ["2", "3"], failed: ["-1"] } as const;

/**
 * Waits until the platform has made tasks of a sent file. `sendTasks` does both; this one takes a batch that was sent before.
 *
 * @param batchId - What `send_task` answered.
 * @throws JobFailedError when the batch failed or has a status that this version does not know; JobTimeoutError at the deadline;
 * ApiError when the platform refuses to tell; the signal's reason when aborted; ConfigError for an option that cannot be used.
 *
 * @example
 * const { imported, failed } = await waitForBatch(stardust, "1948529430730380288", { timeoutMs: 600_000 });
 */
export async function waitForBatch(
  client: StardustCaller,
  batchId: string,
  options: WaitForBatchOptions = {},
): Promise<SendTasksReport> {
  checkArgument("batchId", batchId, text);
  checkMembers("options", options, waitingRules);
  const { batch } = await poll({
    ...options,
    ...statuses,
    jobId: batchId,
    operation: checkSendStatus.id,
    clock: client.clock,
    check: async (signal) => {
      const result = await checkSendStatus(client, { body: { batchId }, signal });
      const batch = readData({ operation: checkSendStatus.id, result, needed: ["status"] });
      return { status: String(batch.status), details: batch, batch };
    },
  });
  const { status, taskCount: total = 0, errors: failed = [], importFailCount = failed.length } = batch;
  return { batchId, status, total, imported: Math.max(0, total - importFailCount), failed };
}
