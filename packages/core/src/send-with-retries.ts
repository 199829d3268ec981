import type { CallState } from "./call-state.ts";
import { followRedirects } from "./follow-redirects.ts";
import { notify } from "./notify.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import { readRequestId } from "./read-request-id.ts";
import { waitForRetry, type Outcome } from "./retry.ts";
import { startTimer } from "./start-timer.ts";
import { withinTime } from "./within-time.ts";

/**
 * Sends a request until it has an answer that stands. An HTTP error is an answer; only its absence rejects.
 *
 * The layers, outermost first: retries, the limiter and the time of one attempt (here), redirects (`follow-redirects.ts`), credentials
 * and scope, fetch (`send-once.ts`). Credentials are inside retries, so that every attempt has fresh ones. An attempt's clock runs on
 * after the head of the answer has come, for whoever reads the body.
 */
export async function sendWithRetries(call: CallState, request: OutgoingRequest): Promise<Response> {
  const { base, clock, definition, limiter } = call;
  call.request = request;
  for (;;) {
    if (limiter && request.url.origin === base.origin) await withinTime(call, (signal) => limiter.acquire(signal));
    call.attempt?.end();
    call.attempts++;
    const attempt = startTimer(call, call.attemptTimeoutMs);
    call.attempt = attempt;
    const startedMs = clock.now();
    let outcome: Outcome;
    notify(call, "onRequest", () => ({}));
    try {
      const response = await attempt.race(followRedirects(call, request, attempt.signal));
      notify(call, "onResponse", () => ({
        status: response.status,
        durationMs: clock.now() - startedMs,
        requestId: readRequestId(response, definition.requestIdHeaders),
      }));
      outcome = { response };
    } catch (error) {
      notify(call, "onError", () => ({ error, durationMs: clock.now() - startedMs }));
      outcome = { error };
    }
    if (await waitForRetry(call, outcome)) continue;
    if (outcome.response) return outcome.response;
    throw outcome.error;
  }
}
