import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import { startDeadline } from "./deadline.ts";
import { TimeoutError } from "./errors.ts";
import { followRedirects } from "./follow-redirects.ts";
import type { RequestFacts } from "./hooks.ts";
import { notify } from "./notify.ts";
import { readRequestId } from "./read-request-id.ts";
import { redactUrl } from "./redact-url.ts";
import { untilAborted } from "./until-aborted.ts";

/**
 * Sends a request once, redirects included, within the time of one attempt. The attempt's clock runs on after the head of the
 * answer has come, for whoever reads the body; whoever does ends it.
 */
export async function sendAttempt(settings: ClientSettings, call: CallState, request: Request): Promise<Response> {
  const { base, clock, definition, hooks, limiter } = settings;
  const { operation, deadline, attemptTimeoutMs: timeoutMs } = call;
  call.attempt?.end();
  if (limiter !== undefined && new URL(request.url).origin === base.origin) {
    await untilAborted(limiter.acquire(deadline.signal), deadline.signal);
  }
  const number = ++call.attempts;
  const facts = (): RequestFacts => ({
    operation,
    method: request.method,
    url: redactUrl(request.url, base.origin),
    attempt: number,
  });
  call.facts = facts;
  const attempt = startDeadline({
    clock,
    timeoutMs,
    parent: deadline.signal,
    reason: () =>
      new TimeoutError({
        message: `${definition.title} did not answer ${operation} within ${timeoutMs} ms (attempt ${number}).`,
        operation,
        timeoutMs,
        phase: "attempt",
      }),
  });
  call.attempt = attempt;
  const started = clock.now();
  const elapsed = (): number => clock.now() - started;
  notify(hooks.onRequest, facts);
  try {
    const response = await followRedirects(settings, call, request);
    const requestId = readRequestId(response, definition.requestIdHeaders);
    notify(hooks.onResponse, () => ({ ...facts(), status: response.status, durationMs: elapsed(), requestId }));
    return response;
  } catch (thrown) {
    attempt.end();
    // What `fetch` rejects with when aborted differs between runtimes; the reason does not.
    const error: unknown = attempt.signal.aborted ? attempt.signal.reason : thrown;
    notify(hooks.onError, () => ({ ...facts(), error, durationMs: elapsed() }));
    throw error;
  }
}
