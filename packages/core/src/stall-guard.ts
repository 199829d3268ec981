import type { Clock } from "./clock.ts";

/** Bounds the reads of one connection, one at a time. */
export interface StallGuard {
  /** Settles as the read does, or rejects when it takes too long, and with the signal's reason as soon as that aborts. */
  readonly guard: <T>(read: () => Promise<T>) => Promise<T>;
  /** Takes the timer and the listener away. */
  readonly end: () => void;
}

/** Makes the guard of a connection. One timer and one listener serve all of its reads: new ones for each chunk took more time than the chunk. */
export function createStallGuard(options: {
  readonly clock: Clock;
  /** `Infinity` for none. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** What a read that takes too long rejects with. */
  readonly reason: () => unknown;
}): StallGuard {
  const { clock, timeoutMs, signal, reason } = options;
  let fail: ((why: unknown) => void) | undefined;
  let reads = 0;
  let begunMs = 0;
  let cancelTimer: (() => void) | undefined;
  const onAbort = (): void => fail?.(signal.reason);

  /** The timer outlives the read that it was started for; one that has begun since has what is left of its time. */
  const watch = (delayMs: number, watched: number): void => {
    cancelTimer = clock.schedule(() => {
      cancelTimer = undefined;
      if (fail === undefined) return;
      const leftMs = begunMs + timeoutMs - clock.now();
      // A read is given time only once, so that a clock that is set back cannot hold it for ever.
      if (reads !== watched && leftMs > 0) watch(Math.min(leftMs, timeoutMs), reads);
      else fail(reason());
    }, delayMs);
  };

  return {
    guard: (read) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        if (reads === 0) signal.addEventListener("abort", onAbort);
        reads += 1;
        begunMs = clock.now();
        fail = reject;
        if (cancelTimer === undefined && timeoutMs !== Infinity) watch(timeoutMs, reads);
        read().then(
          (value) => {
            fail = undefined;
            resolve(value);
          },
          (error: unknown) => {
            fail = undefined;
            reject(error);
          },
        );
      }),
    end: () => {
      cancelTimer?.();
      signal.removeEventListener("abort", onAbort);
    },
  };
}
