import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import type { Clock } from "../clock.ts";
import { isConfigError } from "../errors.ts";
import { poll } from "../poll.ts";
import { createRateLimiter } from "../rate-limiter.ts";
import { sleep } from "../sleep.ts";
import { createMockClock, type MockClock } from "./mock-clock.ts";

const hourMs = 3_600_000;

/** More turns of the event loop than a clock wants to see quiet. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

function fault(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (isConfigError(error)) return error.message;
  }
  return "none";
}

afterEach(() => {
  vi.useRealTimers();
});

describe("a mock clock", () => {
  test("is a clock that shows one time, and any other that is asked for", () => {
    const clock = createMockClock();
    expectTypeOf(clock).toExtend<Clock>();
    expectTypeOf(createMockClock).returns.toEqualTypeOf<MockClock>();
    expect(new Date(clock.now()).toISOString()).toBe("2026-01-15T09:30:00.000Z");
    expect(createMockClock({ now: new Date(5) }).now()).toBe(5);
    expect(createMockClock({ now: 7 }).now()).toBe(7);
  });

  test.each([
    [{ now: NaN }, "now must be milliseconds since the epoch, or a Date."],
    [{ now: "2026" }, "now must be milliseconds since the epoch, or a Date."],
    [{ skipPauses: 1 }, "skipPauses must be true or false."],
    [{ skip: true }, "There is no option skip."],
  ])("refuses %j", (options, message) => {
    expect(fault(() => createMockClock(options as object))).toContain(message);
  });

  test("skips pauses of hours, and keeps their lengths", async () => {
    const clock = createMockClock({ now: 0 });
    await sleep(hourMs, { clock });
    await Promise.all([sleep(2 * hourMs, { clock }), sleep(hourMs, { clock })]);
    expect(clock.pauses).toEqual([hourMs, hourMs, 2 * hourMs]);
    expect(clock.now()).toBe(3 * hourMs);
  });

  test("shows whole milliseconds, as clocks do", async () => {
    const clock = createMockClock({ now: 0 });
    await sleep(0.3, { clock });
    expect([clock.now(), clock.pauses]).toEqual([1, [0.3]]);
  });

  test("skips them while a runner fakes the timers", async () => {
    vi.useFakeTimers();
    const clock = createMockClock({ now: 0 });
    await sleep(hourMs, { clock });
    expect(clock.now()).toBe(hourMs);
  });

  test("moves for no deadline", async () => {
    const clock = createMockClock();
    const expire = vi.fn();
    const cancel = clock.schedule(expire, 1);
    clock.schedule(expire, Infinity, { isPause: true });
    await turns();
    expect(expire).not.toHaveBeenCalled();
    cancel();
    await clock.advance(hourMs);
    expect(expire).not.toHaveBeenCalled();
  });

  test("lets a deadline come before the pause that goes beyond it, at its own time", async () => {
    const clock = createMockClock({ now: 0 });
    const controller = new AbortController();
    clock.schedule(() => {
      controller.abort(`at ${String(clock.now())}`);
    }, 40);
    await expect(sleep(50, { clock, signal: controller.signal })).rejects.toBe("at 40");
    await turns();
    expect([clock.now(), clock.pauses]).toEqual([40, []]);
  });

  test("skips nothing as long as it is held, however often it is released", async () => {
    const clock = createMockClock({ now: 0 });
    const [release, other] = [clock.hold(), clock.hold()];
    const pause = sleep(hourMs, { clock });
    release();
    release();
    await turns();
    expect(clock.now()).toBe(0);
    other();
    await pause;
    expect(clock.now()).toBe(hourMs);
  });

  test("skips nothing if told so", async () => {
    const clock = createMockClock({ now: 0, skipPauses: false });
    const pause = sleep(10, { clock });
    await turns();
    expect(clock.now()).toBe(0);
    await clock.advance(10);
    await pause;
    expect(clock.now()).toBe(10);
  });
});

describe("advance", () => {
  test("fires what comes due in its order, and what follows from it", async () => {
    const clock = createMockClock({ now: 0, skipPauses: false });
    const fired: (readonly [string, number])[] = [];
    const note = (name: string) => (): void => void fired.push([name, clock.now()]);
    clock.schedule(note("last"), 30);
    clock.schedule(note("first"), 10);
    clock.schedule(note("second"), 10);
    clock.schedule(note("later"), 31);
    void sleep(5, { clock }).then(() => clock.schedule(note("set on the way"), 7));
    await clock.advance(30);
    expect(fired).toEqual([
      ["first", 10],
      ["second", 10],
      ["set on the way", 12],
      ["last", 30],
    ]);
    expect(clock.now()).toBe(30);
  });

  test("moves on where nothing is due, one call after the other", async () => {
    const clock = createMockClock({ now: 0 });
    await Promise.all([clock.advance(3), clock.advance(4)]);
    await clock.advance(0);
    expect(clock.now()).toBe(7);
  });

  test.each([-1, NaN, Infinity])("refuses %d", async (ms) => {
    await expect(createMockClock().advance(ms)).rejects.toThrow("ms must be a number of milliseconds, 0 or more.");
  });
});

describe("on a mock clock", () => {
  test("a job that never ends meets its deadline at once", async () => {
    const clock = createMockClock();
    const began = clock.now();
    const waiting = poll({
      jobId: "j",
      operation: "getJob",
      pending: ["queued"],
      succeeded: [],
      failed: [],
      check: () => Promise.resolve({ status: "queued" }),
      timeoutMs: hourMs,
      clock,
      random: () => 0,
    });
    await expect(waiting).rejects.toMatchObject({ name: "JobTimeoutError" });
    expect(clock.now() - began).toBe(hourMs);
    expect(clock.pauses.slice(0, 3)).toEqual([1000, 1500, 2250]);
  });

  test("a rate limit costs no time", async () => {
    const clock = createMockClock({ now: 0 });
    const limiter = createRateLimiter({ requests: 2, perMs: hourMs, clock });
    const { signal } = new AbortController();
    for (let request = 0; request < 5; request += 1) await limiter.acquire(signal);
    expect(clock.now()).toBe(2 * hourMs);
  });
});
