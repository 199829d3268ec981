import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import type { Clock } from "./clock.ts";
import { isConfigError } from "./errors.ts";
import { createRateLimiter } from "./rate-limiter.ts";

/** A clock that stands still until it is told to go on. */
function manualClock(): Clock & {
  set: (now: number) => void;
  advance: (ms: number) => Promise<void>;
  pending: () => number;
} {
  let now = 0;
  const timers = new Map<() => void, number>();
  return {
    now: () => now,
    pending: () => timers.size,
    set: (value) => {
      now = value;
    },
    schedule: (callback, delayMs) => {
      timers.set(callback, now + delayMs);
      return () => timers.delete(callback);
    },
    advance: async (ms) => {
      now += ms;
      for (const [callback, due] of [...timers]) {
        if (due <= now && timers.delete(callback)) callback();
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

const { signal } = new AbortController();

describe("createRateLimiter", () => {
  test("lets no span of the window see more than it allows, first come, first served", async () => {
    const clock = manualClock();
    const limiter = createRateLimiter({ requests: 2, perMs: 100, clock });
    const passed: number[] = [];
    for (let index = 0; index < 5; index++) void limiter.acquire(signal).then(() => passed.push(index));
    await clock.advance(0);
    expect(passed).toEqual([0, 1]);
    await clock.advance(99);
    expect(passed).toEqual([0, 1]);
    await clock.advance(1);
    expect(passed).toEqual([0, 1, 2, 3]);
    await clock.advance(100);
    expect(passed).toEqual([0, 1, 2, 3, 4]);
    expect(clock.pending()).toBe(0);
  });

  test("an abort gives the place up at once, with its reason, and leaves no timer and no listener", async () => {
    const clock = manualClock();
    const limiter = createRateLimiter({ requests: 1, perMs: 100, clock });
    await limiter.acquire(signal);
    const controller = new AbortController();
    const waiting = limiter.acquire(controller.signal);
    expect(clock.pending()).toBe(1);
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    expect(clock.pending()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await expect(limiter.acquire(controller.signal)).rejects.toThrow("enough");

    const next = limiter.acquire(signal);
    await clock.advance(100);
    await next;
  });

  test("a clock that is set back makes nobody wait for hours", async () => {
    const clock = manualClock();
    clock.set(3_600_000);
    const limiter = createRateLimiter({ requests: 1, perMs: 100, clock });
    await limiter.acquire(signal);
    clock.set(0);
    await limiter.acquire(signal);
  });

  test.each([
    { requests: 0, perMs: 1 },
    { requests: 1, perMs: -1 },
    { requests: 1.5, perMs: 1 },
    { requests: 1, perMS: 1 },
  ])("refuses %o", (options) => {
    let thrown: unknown;
    try {
      createRateLimiter(options as never);
    } catch (error) {
      thrown = error;
    }
    expect(isConfigError(thrown)).toBe(true);
  });
});
