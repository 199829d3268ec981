import type { CallState } from "./call-state.ts";
import { startDeadline } from "./deadline.ts";
import { followRedirects } from "./follow-redirects.ts";
import { notify } from "./notify.ts";
import { readRequestId } from "./read-request-id.ts";
import { timeoutError } from "./start-call.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Sends a request once, redirects included, within the time of one attempt. The attempt's clock runs on after the head of the
 * answer has come, for whoever reads the body; whoever does ends it.
 */
export async function sendAttempt(call: CallState, request: Request): Promise<Response> {
  const { base, clock, definition, limiter, total, attemptTimeoutMs: timeoutMs } = call;
  call.attempt.end();
  if (limiter !== undefined && new URL(request.url).origin === base.origin) {
    await untilAborted(limiter.acquire(total.signal), total.signal);
  }
  call.attempts++;
  call.request = request;
  call.attempt = startDeadline({
    clock,
    timeoutMs,
    parent: total.signal,
    reason: () => timeoutError(call, { timeoutMs, phase: "attempt" }),
  });
  const started = clock.now();
  notify(call, "onRequest", {});
  try {
    const response = await followRedirects(call, request);
    const requestId = readRequestId(response, definition.requestIdHeaders);
    notify(call, "onResponse", { status: response.status, durationMs: clock.now() - started, requestId });
    return response;
  } catch (error) {
    notify(call, "onError", { error, durationMs: clock.now() - started });
    throw error;
  }
}
