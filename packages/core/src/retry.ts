import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import { discard } from "./discard.ts";
import { isNetworkError, isTimeoutError } from "./errors.ts";
import { notify } from "./notify.ts";
import { backOffMs, readRetryAfter } from "./retry-delay.ts";
import { sleep } from "./sleep.ts";

/** How failures that may pass are met. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default: 3. */
  readonly maxAttempts?: number | undefined;
  /** The longest wait before an attempt, in milliseconds; a server that asks for a longer one is not asked again. Default: 30,000. */
  readonly maxDelayMs?: number | undefined;
}

/** How an attempt ended: with an answer, or with an error. */
export interface Outcome {
  readonly response?: Response;
  readonly error?: unknown;
}

/** True, after the wait, where the call is to be sent again; false at once where its outcome stands. */
export async function waitForRetry(settings: ClientSettings, call: CallState, outcome: Outcome): Promise<boolean> {
  const { clock, hooks } = settings;
  const delayMs = retryDelayMs(settings, call, outcome);
  if (delayMs === undefined) return false;
  call.attempt?.end();
  if (outcome.response !== undefined) discard(outcome.response);
  const { facts } = call;
  if (facts !== undefined)
    notify(hooks.onRetry, () => ({ ...facts(), status: outcome.response?.status, error: outcome.error, delayMs }));
  await sleep(delayMs, { clock, signal: call.deadline.signal });
  return true;
}

/** Milliseconds until the next attempt, or undefined where there will be none. */
function retryDelayMs(settings: ClientSettings, call: CallState, outcome: Outcome): number | undefined {
  const { clock, random, budget, isRenewable } = settings;
  const { response } = outcome;
  if (call.deadline.signal.aborted || !call.replayable) return undefined;
  if (response?.status === 401 && isRenewable && call.rejected === undefined && call.authentication !== undefined) {
    call.rejected = call.authentication;
    return 0;
  }
  if (response !== undefined && response.status < 400) {
    budget.earn();
    return undefined;
  }
  const renewals = call.rejected === undefined ? 0 : 1;
  if (call.attempts - renewals >= call.maxAttempts) return undefined;

  const askedMs = response && readRetryAfter(response.headers, clock.now());
  const wasNotProcessed = isRefused(outcome, askedMs);
  if (!wasNotProcessed && !(call.idempotent && mayPass(outcome))) return undefined;

  const delayMs = askedMs ?? backOffMs(call.attempts, { maxDelayMs: call.maxDelayMs, random });
  // A longer wait than allowed or than is left would end in a worse error than the one at hand.
  if (delayMs > call.maxDelayMs || delayMs >= call.deadline.remainingMs()) return undefined;
  return budget.spend() ? delayMs : undefined;
}

/** True where the server certainly did nothing, so that any method can be sent again. */
function isRefused({ response, error }: Outcome, askedMs: number | undefined): boolean {
  if (response !== undefined) return response.status === 429 || (response.status === 503 && askedMs !== undefined);
  // Node spells it ECONNREFUSED, Bun ConnectionRefused; the others fail before there is a connection, too.
  return (
    isNetworkError(error) &&
    /refused|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT/i.test(error.code ?? "")
  );
}

/** True where the same request may well succeed later. */
function mayPass({ response, error }: Outcome): boolean {
  if (response !== undefined) return [408, 500, 502, 503, 504].includes(response.status);
  if (isTimeoutError(error)) return error.phase === "attempt";
  // A certificate that is refused now will be refused again, and so will a redirect.
  return isNetworkError(error) && !/CERT|SSL|TLS|EPROTO|HOSTNAME|INVALID_CA|REDIRECT/i.test(error.code ?? "");
}
