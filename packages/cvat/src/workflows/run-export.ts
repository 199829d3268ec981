import { isJobFailedError, type JobProgress } from "@labelwire/core";
import type { CvatCaller, Schema } from "../types.ts";
import type { ExportProgress } from "./export-options.ts";
import type { ExportCall, ExportPlan } from "./export-plan.ts";
import { followRequest } from "./follow-request.ts";
import { startOrAttach } from "./start-or-attach.ts";

/** Each start may find an identical export that runs for somebody else. */
const mostStarts = 3;

/**
 * Has the server make a file, and resolves to its finished request.
 *
 * While an identical export runs, the server starts no other, and what it tells of that one says nothing of where its file goes. So an
 * export that is to be downloaded waits for it and takes its file, if there is one to download; one into a cloud storage waits for its
 * end, and then starts its own.
 *
 * @param dueMs - When the time for all of it is up, by the client's clock.
 */
export async function runExport(
  client: CvatCaller,
  plan: ExportPlan,
  dueMs: number = exportDueMs(client, plan),
): Promise<Schema<"Request">> {
  const { onProgress, signal, cloudStorageId } = plan.options;
  const { clock } = client;
  const givenTimeoutMs = exportTimeoutMs(plan);
  // At least a moment: a deadline of nothing would be refused as an option, where it has to end as a deadline.
  const call = (): ExportCall => ({ signal, timeoutMs: Math.max(1, dueMs - clock.now()) });
  const tell = onProgress && ((progress: JobProgress) => onProgress(exportProgress(progress)));
  for (let starts = 1; ; starts += 1) {
    const { requestId, conflict } = await startOrAttach(plan, call());
    const finishing = followRequest(client, requestId, { ...call(), givenTimeoutMs, onProgress: tell });
    if (conflict === undefined) return finishing;
    if (cloudStorageId === undefined) {
      const request = await finishing;
      if (request.result_url) return request;
    } else {
      await finishing.catch(ignoreFailure);
    }
    if (starts === mostStarts) throw conflict;
  }
}

/** When the time for the server's work is up, by the client's clock, if it begins now. */
export function exportDueMs({ clock }: CvatCaller, plan: ExportPlan): number {
  return clock.now() + exportTimeoutMs(plan);
}

function exportTimeoutMs({ options }: ExportPlan): number {
  return options.timeoutMs ?? 3_600_000;
}

function exportProgress({ status, fraction, message }: JobProgress): ExportProgress {
  const phase = status === "queued" ? "queued" : "exporting";
  return {
    phase,
    ...(fraction !== undefined && { fraction }),
    ...(message !== undefined && { message }),
    loadedBytes: 0,
  };
}

/** That another export failed, perhaps at its own cloud storage, does not keep this one from starting. */
function ignoreFailure(error: unknown): void {
  if (!isJobFailedError(error)) throw error;
}
