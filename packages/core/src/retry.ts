import type { CallState } from "./call-state.ts";
import { discard } from "./discard.ts";
import { isNetworkError, isTimeoutError } from "./errors.ts";
import { notify } from "./notify.ts";
import { backOffMs, readRetryAfter } from "./retry-delay.ts";
import { withinTime } from "./within-time.ts";

/** How failures that may pass are met. */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default: 3. */
  readonly maxAttempts?: number | undefined;
  /** The longest wait before an attempt, in milliseconds; a server that asks for a longer one is not asked again. Default: 30,000. */
  readonly maxDelayMs?: number | undefined;
}

/** How an attempt ended: with an answer, or with an error. */
export interface Outcome {
  readonly response?: Response | undefined;
  readonly error?: unknown;
}

/** True, after the wait, where the call is to be sent again; false at once where its outcome stands. */
export function waitForRetry(call: CallState, { response, error }: Outcome): Promise<boolean> | false {
  const delayMs = retryDelayMs(call, { response, error });
  if (delayMs === undefined) return false;
  if (response) discard(response);
  notify(call, "onRetry", () => ({ status: response?.status, error, delayMs }));
  const pause = (signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      signal.throwIfAborted();
      const cancel = call.clock.schedule(() => resolve(true), delayMs, { isPause: true });
      signal.addEventListener("abort", cancel);
    });
  return withinTime(call, pause);
}

// The server certainly did nothing, so any method can be sent again. Node says ECONNREFUSED, Bun ConnectionRefused.
const NOT_PROCESSED = /^429|^503 asks|refused|EAI_AGAIN|NOTFOUND|UNREACH|CONNECT_TIMEOUT/i;

// All else that may pass, but for what lasts: a certificate that is refused now will be refused again, and so will a redirect.
const MAY_PASS = /^(408|50[0234]|\D)/;
const LASTS = /CERT|SSL|TLS|EPROTO|HOSTNAME|INVALID_CA|REDIRECT/i;

/** Milliseconds until the next attempt, or undefined where the outcome stands. */
function retryDelayMs(call: CallState, { response, error }: Outcome): number | undefined {
  const { authentication, rejected, attempts, budget, clock, random } = call;
  const { maxAttempts = 3, maxDelayMs = 30_000 }: RetryOptions = call.retry === false ? { maxAttempts: 1 } : call.retry;
  const status = response?.status ?? 0;
  if (call.signal?.aborted || call.request?.body instanceof ReadableStream) return undefined;
  if (status === 401 && authentication && !rejected && typeof call.auth === "function") {
    call.rejected = authentication;
    return 0;
  }
  if (response && status < 400) {
    budget.earn();
    // Before `Retry-After` and `Date` are parsed, which an answer that stands does not need.
    return undefined;
  }
  // A renewal is no failure of the platform, so it does not count.
  if (attempts - (rejected ? 1 : 0) >= maxAttempts) return undefined;

  const now = clock.now();
  const askedMs = response && readRetryAfter(response.headers, now);
  const sign = response
    ? `${status}${askedMs === undefined ? "" : " asks"}`
    : isNetworkError(error)
      ? (error.code ?? "unknown")
      : isTimeoutError(error) && error.phase === "attempt"
        ? error.phase
        : "";
  if (!NOT_PROCESSED.test(sign) && !(call.idempotent && MAY_PASS.test(sign) && !LASTS.test(sign))) return undefined;

  const delayMs = askedMs ?? backOffMs(attempts, { maxDelayMs, random });
  // A longer wait than allowed or than is left would end in a worse error than the one at hand.
  return delayMs <= maxDelayMs && delayMs < call.dueMs - now && budget.spend() ? delayMs : undefined;
}
