import type { CallState } from "./call-state.ts";
import { waitForRetry } from "./retry.ts";
import { sendAttempt } from "./send-attempt.ts";

/** Sends a request until it has an answer that stands. An HTTP error is an answer; only its absence rejects. */
export async function sendWithRetries(call: CallState, request: Request): Promise<Response> {
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
