import type { CallState } from "./call-state.ts";
import { waitForRetry } from "./retry.ts";
import { sendAttempt } from "./send-attempt.ts";

/**
 * Sends a request until it has an answer that stands. An HTTP error is an answer; only its absence rejects.
 *
 * The layers, outermost first: the total deadline (`start-call.ts`, around all of this), retries (here), the limiter and the
 * deadline of one attempt (`send-attempt.ts`), redirects (`follow-redirects.ts`), credentials and scope, fetch (`send-once.ts`).
 * Credentials are inside retries, so that every attempt has fresh ones.
 */
export async function fetchPipeline(call: CallState, request: Request): Promise<Response> {
  for (;;) {
    const outcome = await sendAttempt(call, request).then(
      (response) => ({ response }),
      (error: unknown) => ({ error }),
    );
    if (await waitForRetry(call, outcome)) continue;
    if ("error" in outcome) throw outcome.error;
    return outcome.response;
  }
}
