import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import type { Clock } from "./clock.ts";
import { createStallGuard } from "./stall-guard.ts";

/** A clock that is moved by hand. */
function handClock(): Clock & { move: (ms: number) => void; set: (ms: number) => void; readonly pending: number } {
  let nowMs = 0;
  let elapsedMs = 0;
  const timers = new Map<() => void, number>();
  return {
    now: () => nowMs,
    schedule: (callback, delayMs) => {
      timers.set(callback, elapsedMs + delayMs);
      return () => timers.delete(callback);
    },
    move: (ms) => {
      nowMs += ms;
      elapsedMs += ms;
      for (const [callback, dueMs] of timers) {
        if (dueMs > elapsedMs) continue;
        timers.delete(callback);
        callback();
      }
    },
    set: (ms) => {
      nowMs = ms;
    },
    get pending() {
      return timers.size;
    },
  };
}

const never = (): Promise<never> => new Promise(() => undefined);

function make(timeoutMs = 100): {
  readonly clock: ReturnType<typeof handClock>;
  readonly controller: AbortController;
  readonly stall: ReturnType<typeof createStallGuard>;
} {
  const clock = handClock();
  const controller = new AbortController();
  const stall = createStallGuard({ clock, timeoutMs, signal: controller.signal, reason: () => "stalled" });
  return { clock, controller, stall };
}

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

test("passes on what a read settles with", async () => {
  const { stall } = make();
  expect(await stall.guard(async () => 7)).toBe(7);
  expect(await outcome(stall.guard(() => Promise.reject(new Error("reset"))))).toEqual(new Error("reset"));
});

test("a read that takes too long is rejected, counted from its own beginning", async () => {
  const { clock, stall } = make();
  await stall.guard(async () => 1);
  clock.move(60);
  const slow = outcome(stall.guard(never));
  clock.move(50);
  let isSettled = false;
  void slow.then(() => (isSettled = true));
  await Promise.resolve();
  expect(isSettled).toBe(false);
  clock.move(50);
  expect(await slow).toBe("stalled");
});

test("time between reads is nobody's stall, and takes no timer", async () => {
  const { clock, stall } = make();
  await stall.guard(async () => 1);
  clock.move(1000);
  expect(clock.pending).toBe(0);
  expect(await stall.guard(async () => 2)).toBe(2);
});

test("a clock that is set back does not hold a stalled read", async () => {
  const { clock, stall } = make();
  await stall.guard(async () => 1);
  const slow = outcome(stall.guard(never));
  clock.set(-1_000_000);
  clock.move(100);
  clock.move(100);
  expect(await slow).toBe("stalled");
});

test("an abort rejects with its reason, before and during a read", async () => {
  const { controller, stall } = make(Infinity);
  const pending = outcome(stall.guard(never));
  controller.abort("enough");
  expect(await pending).toBe("enough");
  expect(await outcome(stall.guard(async () => 1))).toBe("enough");
});

test("one listener and one timer serve all reads, and end with it", async () => {
  const { clock, controller, stall } = make();
  for (let read = 0; read < 50; read += 1) await stall.guard(async () => read);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  expect(clock.pending).toBe(1);
  stall.end();
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  expect(clock.pending).toBe(0);
});
