import type { CallState } from "./call-state.ts";
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
export async function waitForRetry(call: CallState, outcome: Outcome): Promise<boolean> {
  const { response, error } = outcome;
  const delayMs = retryDelayMs(call, outcome);
  if (delayMs === undefined) return false;
  call.attempt.end();
  if (response !== undefined) discard(response);
  notify(call, "onRetry", { status: response?.status, error, delayMs });
  await sleep(delayMs, { clock: call.clock, signal: call.total.signal });
  return true;
}

/** Milliseconds until the next attempt, or undefined where there will be none. */
function retryDelayMs(call: CallState, { response, error }: Outcome): number | undefined {
  const { authentication, attempts, budget, maxDelayMs, rejected, total } = call;
  const status = response?.status ?? 0;
  if (total.signal.aborted || !call.replayable) return undefined;
  if (status === 401 && call.isRenewable && rejected === undefined && authentication !== undefined) {
    call.rejected = authentication;
    return 0;
  }
  if (status > 0 && status < 400) budget.earn();
  // A renewal is no failure of the platform, so it does not count.
  if (attempts - (rejected === undefined ? 0 : 1) >= call.maxAttempts) return undefined;

  const askedMs = response && readRetryAfter(response.headers, call.clock.now());
  const code = isNetworkError(error) ? (error.code ?? "unknown") : "";
  // The server certainly did nothing, so any method can be sent again. Node says ECONNREFUSED, Bun ConnectionRefused.
  const wasNotProcessed =
    status === 429 ||
    (status === 503 && askedMs !== undefined) ||
    /refused|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT/i.test(code);
  // A certificate that is refused now will be refused again, and so will a redirect.
  const mayPass =
    [408, 500, 502, 503, 504].includes(status) ||
    (code !== "" && !/CERT|SSL|TLS|EPROTO|HOSTNAME|INVALID_CA|REDIRECT/i.test(code)) ||
    (isTimeoutError(error) && error.phase === "attempt");
  if (!wasNotProcessed && !(call.idempotent && mayPass)) return undefined;

  const delayMs = askedMs ?? backOffMs(attempts, call);
  // A longer wait than allowed or than is left would end in a worse error than the one at hand.
  return delayMs <= maxDelayMs && delayMs < total.remainingMs() && budget.spend() ? delayMs : undefined;
}
