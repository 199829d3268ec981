import { isApiError, isNetworkError, sleep } from "@labelwire/core";
import { tasksCreateData } from "../generated/operations.ts";
import type { CvatCaller, Schema } from "../types.ts";
import { attachFailure } from "./attach-failure.ts";
import type { TaskStage } from "./fail-task.ts";
import { isDoubtful } from "./is-doubtful.ts";
import { listRequests } from "./list-requests.ts";
import { findRequestId, readRequestId } from "./read-request-id.ts";

/** The end of an upload into a task. */
export interface TaskDataEnd {
  readonly taskId: number;
  readonly request: Schema<"DataRequest">;
  readonly signal: AbortSignal;
  /** Told `"processing"` when the server may be at work, and `"uploading"` again when it certainly is not. */
  readonly onStage?: ((stage: TaskStage) => void) | undefined;
}

/** The waits before the end is announced again. */
const waitsMs = [2_000, 10_000];

/**
 * Says that all files are there, so that the server begins to make frames of them. Where the answer is lost, the server's own list of
 * requests tells whether it has begun.
 *
 * @returns The id of the request that makes them.
 * @throws ApiError where the server refuses the options; the files stay in the task. DecodeError for an answer without an id. Where the
 * list cannot be had either, the first failure, and that of the list as its `suppressed`.
 */
export async function finishTaskData(client: CvatCaller, end: TaskDataEnd): Promise<string> {
  const { signal, onStage } = end;
  for (let attempt = 0; ; attempt += 1) {
    onStage?.("processing");
    try {
      return await announce(client, end);
    } catch (error) {
      signal.throwIfAborted();
      // Announced again, the end is refused too where the first announcement was taken after all.
      const isRefusedAgain = attempt > 0 && isApiError(error);
      if (!isDoubtful(error) && !isRefusedAgain) {
        if (isApiError(error) || isNetworkError(error)) onStage?.("uploading");
        throw error;
      }
      const begun = await findRequest(client, end).catch((later: unknown) => {
        signal.throwIfAborted();
        throw attachFailure(error, later);
      });
      if (begun !== undefined) return begun;
      onStage?.("uploading");
      const waitMs = isDoubtful(error) ? waitsMs[attempt] : undefined;
      if (waitMs === undefined) throw error;
      await sleep(waitMs, { clock: client.clock, signal });
    }
  }
}

async function announce(client: CvatCaller, { taskId, request, signal }: TaskDataEnd): Promise<string> {
  const init = { params: { path: { id: taskId } }, headers: { "Upload-Finish": "true" }, body: request, signal };
  const { data, error, response } = await tasksCreateData(client, init);
  if (error === undefined) return readRequestId({ operation: tasksCreateData.id, data, response });
  const running = error.status === 409 ? findRequestId(error.body) : undefined;
  if (running !== undefined) return running;
  throw error;
}

/** The request that makes a task's frames: there is at most one, because a task takes data once. */
async function findRequest(client: CvatCaller, { taskId, signal }: TaskDataEnd): Promise<string | undefined> {
  const { requests } = await listRequests(client, { action: "create", kind: "task", id: taskId, signal });
  return requests[0]?.id;
}
