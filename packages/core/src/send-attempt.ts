import type { CallState } from "./call-state.ts";
import { followRedirects } from "./follow-redirects.ts";
import { notify } from "./notify.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import { readRequestId } from "./read-request-id.ts";
import type { Outcome } from "./retry.ts";
import { startTimer } from "./start-timer.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Sends a request once, redirects included, within the time of one attempt. The attempt's clock runs on after the head of the
 * answer has come, for whoever reads the body.
 */
export async function sendAttempt(call: CallState, request: OutgoingRequest): Promise<Outcome> {
  const { base, clock, definition, limiter, total } = call;
  const { signal } = total;
  if (limiter && request.url.origin === base.origin) await untilAborted(limiter.acquire(signal), signal);
  call.attempt?.end();
  call.attempts++;
  call.request = request;
  call.attempt = startTimer(call, "attempt", signal);
  const started = clock.now();
  notify(call, "onRequest", {});
  try {
    const response = await followRedirects(call, request, call.attempt.signal);
    const requestId = readRequestId(response, definition.requestIdHeaders);
    notify(call, "onResponse", { status: response.status, durationMs: clock.now() - started, requestId });
    return { response };
  } catch (error) {
    notify(call, "onError", { error, durationMs: clock.now() - started });
    return { error };
  }
}
