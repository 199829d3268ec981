import type { CallState } from "./call-state.ts";
import { discard } from "./discard.ts";
import { notify } from "./notify.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import { retryDelayMs, type Outcome } from "./retry.ts";
import { sendAttempt } from "./send-attempt.ts";
import { sleep } from "./sleep.ts";

/**
 * Sends a request until it has an answer that stands. An HTTP error is an answer; only its absence rejects.
 *
 * The layers, outermost first: the total deadline (`with-call.ts`, around all of this), retries (here), the limiter and the
 * deadline of one attempt (`send-attempt.ts`), redirects (`follow-redirects.ts`), credentials and scope, fetch (`send-once.ts`).
 * Credentials are inside retries, so that every attempt has fresh ones.
 */
export async function sendWithRetries(call: CallState, request: OutgoingRequest): Promise<Response> {
  for (;;) {
    const outcome = await sendAttempt(call, request);
    if (await waitForRetry(call, outcome)) continue;
    if (outcome.response) return outcome.response;
    throw outcome.error;
  }
}

/** True, after the wait, where the call is to be sent again; false at once where its outcome stands. */
export async function waitForRetry(call: CallState, outcome: Outcome): Promise<boolean> {
  const { response, error } = outcome;
  const { clock, total, attempt } = call;
  const delayMs = retryDelayMs(call, outcome);
  if (delayMs === undefined) return false;
  attempt?.end();
  if (response) discard(response);
  notify(call, "onRetry", { status: response?.status, error, delayMs });
  await sleep(delayMs, { clock, signal: total.signal });
  return true;
}
