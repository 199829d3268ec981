import { callingRules, checkMembers } from "@labelwire/core";
import { requestsCreateCancel } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { callWithoutAnswer } from "./call-without-answer.ts";
import { checkRequestId } from "./check-request-id.ts";
import { isRequestGone } from "./is-request-gone.ts";

/** What steers a cancellation. */
export interface CancelRequestOptions {
  /** Ends the call when aborted; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for the call. Default: the client's. */
  readonly timeoutMs?: number | undefined;
}

/**
 * Cancels a background request that is queued, or an export that runs. Afterwards the server knows it no more, and whoever waits
 * for it gets a `JobFailedError` with the status `"vanished"`.
 *
 * @returns True if it was cancelled now, false if it was not there any more.
 * @throws ApiError with status 400 for a request that has ended, or that runs and cannot be stopped; DecodeError where what answers is
 * not CVAT, and nothing was cancelled.
 *
 * @example
 * const wasThere = await cancelRequest(cvat, rq_id);
 */
export async function cancelRequest(
  client: CvatCaller,
  requestId: string,
  options: CancelRequestOptions = {},
): Promise<boolean> {
  checkRequestId(requestId);
  checkMembers("options", options, callingRules);
  const { id: operation, method, path, idempotent = false } = requestsCreateCancel;
  const init = { params: { path: { id: requestId } }, ...options };
  const { error, response } = await callWithoutAnswer(client, { id: operation, method, path, idempotent }, init);
  if (error === undefined) return true;
  if (isRequestGone(error, response)) return false;
  throw error;
}
