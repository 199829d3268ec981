import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import { sendAttempt } from "./send-attempt.ts";
import { waitForRetry } from "./retry.ts";

/** Sends a request until it has an answer that stands. An HTTP error is an answer; only its absence rejects. */
export async function sendWithRetries(settings: ClientSettings, call: CallState, request: Request): Promise<Response> {
  for (;;) {
    const outcome = await sendAttempt(settings, call, request).then(
      (response) => ({ response }),
      (error: unknown) => ({ error }),
    );
    if (await waitForRetry(settings, call, outcome)) continue;
    if ("error" in outcome) throw outcome.error;
    return outcome.response;
  }
}
