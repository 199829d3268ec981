import { isApiError, isNetworkError, isTimeoutError, sleep, unwrap } from "@labelwire/core";
import { requestsList, tasksCreateData } from "../generated/operations.ts";
import type { CvatCaller, Schema } from "../types.ts";
import { findRequestId, readRequestId } from "./read-request-id.ts";

/** The end of an upload into a task. */
export interface TaskDataEnd {
  readonly taskId: number;
  readonly request: Schema<"DataRequest">;
  readonly signal: AbortSignal;
}

/** The waits before the end is announced again. */
const waitsMs = [2_000, 10_000];

/**
 * Says that all files are there, so that the server begins to make frames of them. Where the answer is lost, the server's own list of
 * requests tells whether it has begun.
 *
 * @returns The id of the request that makes them.
 * @throws ApiError where the server refuses the options; the files stay in the task. DecodeError for an answer without an id.
 */
export async function finishTaskData(client: CvatCaller, { taskId, request, signal }: TaskDataEnd): Promise<string> {
  const init = { params: { path: { id: taskId } }, headers: { "Upload-Finish": "true" }, body: request, signal };
  for (let attempt = 0; ; attempt += 1) {
    try {
      return readRequestId(await unwrap(tasksCreateData(client, init)), tasksCreateData.id);
    } catch (error) {
      signal.throwIfAborted();
      const running = isApiError(error) && error.status === 409 ? findRequestId(error.body) : undefined;
      if (running !== undefined) return running;
      if (!isDoubtful(error)) throw error;
      const begun = await findRequest(client, taskId, signal);
      if (begun !== undefined) return begun;
      const waitMs = waitsMs[attempt];
      if (waitMs === undefined) throw error;
      await sleep(waitMs, { clock: client.clock, signal });
    }
  }
}

/** True where the server may have begun all the same. */
function isDoubtful(error: unknown): boolean {
  if (isApiError(error)) return error.status >= 500;
  return isNetworkError(error) || isTimeoutError(error);
}

/** The request that makes a task's frames: there is at most one, because a task takes data once. */
async function findRequest(client: CvatCaller, taskId: number, signal: AbortSignal): Promise<string | undefined> {
  const query = { action: "create", target: "task", task_id: taskId } as const;
  const { results } = await unwrap(requestsList(client, { params: { query }, signal }));
  return results.find(({ operation }) => operation.task_id === taskId)?.id;
}
