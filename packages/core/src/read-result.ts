import type { CallState } from "./call-state.ts";
import { decodeBody } from "./decode-body.ts";
import type { ResponseKind } from "./operation.ts";
import { readApiError } from "./read-api-error.ts";
import type { Result } from "./result.ts";
import { startTimer } from "./start-timer.ts";

/** Reads what an answer says, within the time of the attempt that it is of. */
export async function readResult(call: CallState, response: Response, kind: ResponseKind): Promise<Result<never>> {
  // Middleware may have answered without an attempt.
  call.attempt ??= startTimer(call, call.attemptTimeoutMs);
  const body = await decodeBody(call, response, kind, call.attempt);
  const error = response.ok && kind !== "json" ? undefined : readApiError(call, response, body);
  // What the specification says of the body is in the types of the operation; here nothing is known of it.
  return error ? { error, response } : { data: body as never, response };
}
