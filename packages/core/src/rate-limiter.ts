import { checkOptions, type OptionRule } from "./check-options.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { Limiter } from "./limiter.ts";

/** Options of {@link createRateLimiter}. */
export interface RateLimiterOptions {
  /** How many requests may be sent in any span of `perMs`. */
  readonly requests: number;
  /** The span, in milliseconds. */
  readonly perMs: number;
  /** Where time comes from. Default: the system. */
  readonly clock?: Clock | undefined;
}

const count: OptionRule = [(value) => Number.isInteger(value) && Number(value) > 0, "a whole number, 1 or more"];

/**
 * Spaces requests out, so that no span of `perMs` sees more than `requests` of them: the first go at once, the others wait
 * their turn, first come, first served. Clients that are given one limiter share its allowance. Retries count as requests.
 *
 * @throws ConfigError for anything but positive whole numbers.
 * @example
 * const limiter = createRateLimiter({ requests: 100, perMs: 60_000 });
 */
export function createRateLimiter(options: RateLimiterOptions): Limiter {
  checkOptions(options, { requests: count, perMs: count, clock: undefined });
  const { requests, perMs, clock = systemClock } = options;
  const sent: number[] = [];
  const waiting = new Set<() => void>();
  let cancelTimer: (() => void) | undefined;

  const admit = (): void => {
    cancelTimer = undefined;
    for (const enter of waiting) {
      const now = clock.now();
      const oldest = sent.length < requests ? undefined : sent[0];
      // A time in the future means that the clock was set back; waiting for it could take hours.
      if (oldest !== undefined && oldest <= now && oldest + perMs > now) {
        cancelTimer = clock.schedule(admit, oldest + perMs - now, { isPause: true });
        return;
      }
      if (oldest !== undefined) sent.shift();
      sent.push(now);
      waiting.delete(enter);
      enter();
    }
  };

  return {
    acquire: (signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const enter = (): void => {
          signal.removeEventListener("abort", leave);
          resolve();
        };
        const leave = (): void => {
          waiting.delete(enter);
          if (waiting.size === 0) {
            cancelTimer?.();
            cancelTimer = undefined;
          }
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own
          reject(signal.reason);
        };
        signal.addEventListener("abort", leave, { once: true });
        waiting.add(enter);
        if (cancelTimer === undefined) admit();
      }),
  };
}
