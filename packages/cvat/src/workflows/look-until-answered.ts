import { isApiError, isNetworkError, isTimeoutError, sleep, type Clock } from "@labelwire/core";
import { mayNetworkRecover } from "./may-network-recover.ts";

/** How a look is repeated. */
export interface LookOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

// As long as the platform's own user interface waits while a gateway cannot reach the server or its queue is down (server 2.73).
const waitsMs = [5_000, 10_000, 15_000];

/**
 * Looks at something, and again while the failure may pass: a server that restarts must not end an hour's wait. It comes after the
 * client's own retries, which take seconds.
 *
 * @throws What `look` throws, when it will not pass or has not passed the fourth time; the signal's reason when aborted.
 */
export async function lookUntilAnswered<T>(look: () => Promise<T>, { clock, signal }: LookOptions): Promise<T> {
  for (const waitMs of waitsMs) {
    try {
      return await look();
    } catch (error) {
      if (signal.aborted || !mayPass(error)) throw error;
      const askedMs = isApiError(error) ? (error.retryAfterMs ?? 0) : 0;
      await sleep(Math.max(waitMs, askedMs), { clock, signal });
    }
  }
  return look();
}

function mayPass(error: unknown): boolean {
  if (isApiError(error)) return [429, 502, 503, 504].includes(error.status);
  if (isNetworkError(error)) return mayNetworkRecover(error);
  return isTimeoutError(error);
}
