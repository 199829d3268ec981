import type { Clock } from "@labelwire/cvat";

/** Longer than any wait of the workflows between two looks, shorter than their deadlines. */
const longestWaitMs = 30_000;

/** A clock that does not wait: a wait is over at once, and it is that much later then, for deadlines too. */
export function skippingClock(): Clock {
  let skippedMs = 0;
  const now = (): number => Date.now() + skippedMs;
  const deadlines = new Map<() => void, number>();
  const skipTo = (waitedUntilMs: number): void => {
    // Of two waits at the same time the second is over when the longer one is, not after both.
    skippedMs += Math.max(0, waitedUntilMs - now());
    for (const [callback, dueMs] of deadlines) if (dueMs <= now()) callback();
  };
  return {
    now,
    schedule: (callback, delayMs) => {
      const isWait = delayMs <= longestWaitMs;
      const endMs = now() + delayMs;
      const timer = setTimeout(() => end(), isWait ? 0 : Math.min(delayMs, 2 ** 31 - 1));
      const cancel = (): void => {
        clearTimeout(timer);
        deadlines.delete(end);
      };
      const end = (): void => {
        cancel();
        if (isWait) skipTo(endMs);
        callback();
      };
      if (!isWait) deadlines.set(end, endMs);
      return cancel;
    },
  };
}
