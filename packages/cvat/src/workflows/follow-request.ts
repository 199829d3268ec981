import { JobFailedError, poll, type JobProgress } from "@labelwire/core";
import { requestsRetrieve } from "../generated/operations.ts";
import type { CvatCaller, Schema } from "../types.ts";
import { checkRequest } from "./check-request.ts";
import { checkRequestId } from "./check-request-id.ts";
import { createRequestBackOff } from "./create-request-back-off.ts";
import { isRequestGone } from "./is-request-gone.ts";
import { lookUntilAnswered } from "./look-until-answered.ts";

/** How a background request is followed to its end. */
export interface FollowOptions {
  /** Milliseconds until the wait ends in a `JobTimeoutError`. */
  readonly timeoutMs: number;
  /** What the caller has given for all of the work, of which `timeoutMs` is left: the one that an error names. Default: `timeoutMs`. */
  readonly givenTimeoutMs?: number | undefined;
  readonly signal: AbortSignal | null | undefined;
  readonly onProgress: ((progress: JobProgress) => void) | undefined;
}

/** Waits until a background request has finished, as a step of a workflow. */
export async function followRequest(
  client: CvatCaller,
  requestId: string,
  { timeoutMs, givenTimeoutMs, signal, onProgress }: FollowOptions,
): Promise<Schema<"Request">> {
  checkRequestId(requestId);
  const { clock } = client;
  let lastStatus: string | undefined;

  const look = async (lookSignal: AbortSignal): Promise<Schema<"Request">> => {
    const asked = { params: { path: { id: requestId } }, signal: lookSignal };
    const { data, error, response } = await requestsRetrieve(client, asked);
    if (error !== undefined) throw isRequestGone(error, response) ? vanished(requestId, lastStatus, error) : error;
    checkRequest(data, response);
    return data;
  };
  const { request } = await poll({
    jobId: requestId,
    operation: requestsRetrieve.id,
    check: async (lookSignal) => {
      const request = await lookUntilAnswered(() => look(lookSignal), { clock, signal: lookSignal });
      const { status, progress: fraction, message } = request;
      lastStatus = status;
      return { status, fraction, ...(typeof message === "string" && { message }), details: request, request };
    },
    pending: ["queued", "started"],
    succeeded: ["finished"],
    failed: ["failed"],
    waitMs: createRequestBackOff(),
    timeoutMs,
    givenTimeoutMs,
    signal,
    onProgress,
    clock,
  });
  return request;
}

function vanished(jobId: string, lastStatus: string | undefined, cause: unknown): JobFailedError {
  const operation = requestsRetrieve.id;
  const problem =
    lastStatus === undefined
      ? "is not known to the server: it was cancelled, or ended long ago and has expired, or the id is wrong"
      : `is not there any more, and was last seen ${lastStatus}: somebody cancelled it, or it has expired`;
  return new JobFailedError({
    operation,
    jobId,
    status: "vanished",
    message: `${operation}: request ${jobId} ${problem}.`,
    cause,
  });
}
