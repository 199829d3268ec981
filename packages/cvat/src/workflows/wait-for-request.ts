import { checkMembers, steeringRules, type JobProgress } from "@labelwire/core";
import type { CvatCaller, Schema } from "../types.ts";
import { followRequest } from "./follow-request.ts";

/** What steers a wait. */
export interface WaitForRequestOptions {
  /** Milliseconds until the wait ends in a `JobTimeoutError`; the request goes on. Default: 3,600,000 (1 hour). */
  readonly timeoutMs?: number | undefined;
  /** Ends the wait when aborted; the promise rejects with the signal's reason. The request goes on: {@link cancelRequest} ends it. */
  readonly signal?: AbortSignal | null | undefined;
  /** Called after each look at the request. What it throws ends the wait. */
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
}

/**
 * Waits until a background request, such as an export or an import, has finished.
 *
 * Looks again after half a second, then at growing intervals as CVAT's own user interface does: up to 13 s while the request runs,
 * up to 163 s while it is queued. A server that is away for half a minute does not end the wait.
 *
 * @param requestId - The `rq_id` that starting the work was answered with; an id in the older style, such as `create:task-1`, works too.
 * @returns The finished request: `result_url` after an export, `result_id` after an import that made something.
 * @throws JobFailedError when the request failed, has a status that this version does not know, or is not there any more
 * (`status: "vanished"`: it was cancelled, or has expired); JobTimeoutError at the deadline; ApiError where the server refuses to
 * tell; DecodeError where what answers is not CVAT; the signal's reason when aborted; ConfigError for an option that cannot be used.
 *
 * @example
 * const { rq_id } = await unwrap(tasksCreateDatasetExport(cvat, { params: { path: { id: 7 }, query: { format: "COCO 1.0" } } }));
 * const { result_url } = await waitForRequest(cvat, rq_id, { onProgress: ({ fraction }) => show(fraction) });
 */
export async function waitForRequest(
  client: CvatCaller,
  requestId: string,
  options: WaitForRequestOptions = {},
): Promise<Schema<"Request">> {
  checkMembers("options", options, steeringRules);
  const { timeoutMs = 3_600_000, signal, onProgress } = options;
  return followRequest(client, requestId, { timeoutMs, signal, onProgress });
}
