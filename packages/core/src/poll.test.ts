import { getEventListeners } from "node:events";
import { describe, expect, expectTypeOf, test } from "vitest";
import type { Clock } from "./clock.ts";
import { ApiError } from "./errors.ts";
import { poll, type JobProgress, type JobState, type PollOptions } from "./poll.ts";

/** Time that moves only when told, whose wall clock can jump while its timers do not. */
function handClock() {
  let elapsed = 0;
  let wallMs = 1_000_000;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  const clock: Clock = {
    now: () => wallMs + elapsed,
    schedule: (callback, delayMs) => {
      const timer = { at: elapsed + delayMs, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  };
  /** Runs timers in order until `ms` have passed, and what they set off in between. */
  const advance = async (ms: number): Promise<void> => {
    const end = elapsed + ms;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      const [next] = [...timers].sort((a, b) => a.at - b.at);
      if (next === undefined || next.at > end) break;
      elapsed = next.at;
      timers.delete(next);
      next.callback();
    }
    elapsed = end;
  };
  return { clock, advance, jump: (ms: number) => (wallMs += ms), timers, at: () => elapsed };
}

const names = { pending: ["queued", "started"], succeeded: ["finished"], failed: ["failed"] };
const job = { jobId: "j1", operation: "getJob", ...names, random: () => 0 };

function states(...given: (JobState | Error)[]): { check: PollOptions<JobState>["check"]; count: () => number } {
  let count = 0;
  const check = async (): Promise<JobState> => {
    const state = given[Math.min(count, given.length - 1)] ?? { status: "queued" };
    count += 1;
    if (state instanceof Error) throw state;
    return state;
  };
  return { check, count: () => count };
}

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

test("resolves to the last state, and looks no more", async () => {
  const { clock, advance, timers } = handClock();
  const { check, count } = states(
    { status: "queued" },
    { status: "started" },
    { status: "finished" },
    new Error("gone"),
  );
  const work = poll({ ...job, clock, check: async (signal) => ({ ...(await check(signal)), resultUrl: "/files/1" }) });
  await advance(60_000);
  const state = await work;
  expectTypeOf(state.resultUrl).toEqualTypeOf<string>();
  expect(state).toEqual({ status: "finished", resultUrl: "/files/1" });
  expect(count()).toBe(3);
  expect(timers.size).toBe(0);
});

test("waits longer from look to look, up to the longest", async () => {
  const { clock, advance, at } = handClock();
  const looks: number[] = [];
  const check = async (): Promise<JobState> => {
    looks.push(at());
    return { status: "queued" };
  };
  const work = outcome(poll({ ...job, clock, check, intervalMs: 1000, maxIntervalMs: 3000, timeoutMs: 12_000 }));
  await advance(20_000);
  expect(await work).toMatchObject({ name: "JobTimeoutError" });
  expect(looks).toEqual([0, 1000, 2500, 4750, 7750, 10_750]);
});

test("a platform can have waits of its own, by what was seen", async () => {
  const { clock, advance, at } = handClock();
  const looks: number[] = [];
  const { check } = states({ status: "queued" }, { status: "started" }, { status: "started" }, { status: "finished" });
  const look = async (signal: AbortSignal): Promise<JobState> => {
    looks.push(at());
    return check(signal);
  };
  const waitMs = ({ status }: JobState): number => (status === "queued" ? 7000 : 3000);
  const work = poll({ ...job, clock, check: look, waitMs });
  await advance(20_000);
  await work;
  expect(looks).toEqual([0, 7000, 10_000, 13_000]);
});

test("progress tells what the platform says, where it says something", async () => {
  const told: JobProgress[] = [];
  const { check } = states({ status: "finished", message: "done by now" });
  await poll({ ...job, check, onProgress: (progress) => told.push(progress) });
  expect(told).toEqual([{ status: "finished", message: "done by now", checks: 1 }]);
});

test("a job queued for ever ends at the deadline, which says what was seen last", async () => {
  const { clock, advance, timers } = handClock();
  const work = outcome(poll({ ...job, clock, check: states({ status: "queued" }).check, timeoutMs: 5000 }));
  await advance(5000);
  expect(await work).toMatchObject({
    name: "JobTimeoutError",
    jobId: "j1",
    lastStatus: "queued",
    timeoutMs: 5000,
    operation: "getJob",
    message: "getJob: job j1 was not done within 5000 ms; it was last seen queued. It may still be running.",
  });
  expect(timers.size).toBe(0);
});

test("the stack of the deadline's error leads to the code that waited", async () => {
  const { clock, advance } = handClock();
  async function waitsForJob(): Promise<unknown> {
    return await poll({ ...job, clock, check: states({ status: "queued" }).check, timeoutMs: 5000 });
  }
  const work = outcome(waitsForJob());
  await advance(5000);
  expect(await work).toMatchObject({
    stack: expect.stringMatching(/^JobTimeoutError: getJob: [^]* waitsForJob /) as unknown,
  });
});

test("a deadline names the time that was given for the whole, where it is the rest of it", async () => {
  const { clock, advance } = handClock();
  const { check } = states({ status: "queued" });
  const work = outcome(poll({ ...job, clock, check, timeoutMs: 16, givenTimeoutMs: 20 }));
  await advance(16);
  const error = await work;
  expect(error).toMatchObject({
    name: "JobTimeoutError",
    timeoutMs: 20,
    message: expect.stringContaining("within 20 ms") as unknown,
  });
});

test("a look that never answers ends at the deadline too", async () => {
  const { clock, advance } = handClock();
  const work = outcome(poll({ ...job, clock, check: () => new Promise(() => undefined), timeoutMs: 5000 }));
  await advance(5000);
  expect(await work).toMatchObject({
    name: "JobTimeoutError",
    message: expect.stringContaining("never seen") as unknown,
  });
});

test.each([-86_400_000, 86_400_000])("a clock set by %d ms neither ends the wait nor keeps it going", async (ms) => {
  const { clock, advance, jump } = handClock();
  const { check, count } = states({ status: "queued" });
  const work = outcome(poll({ ...job, clock, check, intervalMs: 1000, maxIntervalMs: 1000, timeoutMs: 5500 }));
  await advance(2000);
  jump(ms);
  await advance(2000);
  expect(count()).toBe(5);
  await advance(1500);
  expect(await work).toMatchObject({ name: "JobTimeoutError" });
});

test.each([
  [{ status: "failed", message: "no frames", details: { frame: 3 } }, "getJob: job j1 ended as failed: no frames"],
  [{ status: "failed", message: "" }, "getJob: job j1 ended as failed, and the platform gave no reason."],
  [
    { status: "paused" },
    'getJob: job j1 has the status "paused", which this version does not know, so that it was not waited for.',
  ],
])("%j is a JobFailedError", async (state, message) => {
  const { check, count } = states(state);
  await expect(poll({ ...job, check })).rejects.toMatchObject({
    name: "JobFailedError",
    jobId: "j1",
    status: state.status,
    message,
    ...("details" in state && { details: state.details }),
  });
  expect(count()).toBe(1);
});

test("progress stays from 0 to 1, and is left out where the platform gives none", async () => {
  const { clock, advance } = handClock();
  const given = [-1, 0.5, 1.48, Number.NaN, null, undefined];
  const told: JobProgress[] = [];
  const { check } = states(...given.map((fraction) => ({ status: "started", fraction })), {
    status: "finished",
    fraction: 98.75,
  });
  const work = poll({ ...job, clock, check, onProgress: (progress) => told.push(progress) });
  await advance(100_000);
  await work;
  expect(told.map(({ fraction }) => fraction)).toEqual([0, 0.5, 1, undefined, undefined, undefined, 1]);
  expect(told[3]).toEqual({ status: "started", checks: 4 });
});

test("a job that vanishes, or any look that fails, ends the wait with that error", async () => {
  const { clock, advance } = handClock();
  const gone = new ApiError({ status: 404, message: "no such job", operation: "getJob", body: undefined });
  const work = outcome(poll({ ...job, clock, check: states({ status: "started" }, gone).check }));
  await advance(10_000);
  expect(await work).toBe(gone);
});

describe("abort", () => {
  test.each<[string, PollOptions<JobState>["check"]]>([
    ["between looks", async () => ({ status: "queued" })],
    ["during a look", () => new Promise(() => undefined)],
  ])("%s ends the wait at once and leaves nothing", async (_name, check) => {
    // Its time stands still, so nothing but the abort can end the wait.
    const { clock, advance, timers } = handClock();
    const controller = new AbortController();
    const reason = new Error("enough");
    const work = outcome(poll({ ...job, clock, check, signal: controller.signal }));
    await advance(0);
    expect(timers.size).toBeGreaterThan(0);
    controller.abort(reason);
    expect(await work).toBe(reason);
    expect(timers.size).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    let looks = 0;
    const again = poll({ ...job, check: async () => ({ status: String((looks += 1)) }), signal: controller.signal });
    await expect(again).rejects.toBe(reason);
    expect(looks).toBe(0);
  });
});

test.each([
  ["timeoutMs", { timeoutMs: 0 }],
  ["intervalMs", { intervalMs: -1 }],
  ["maxIntervalMs", { maxIntervalMs: Number.NaN }],
  ["timeoutMs", { timeoutMs: "5" as never }],
  ["signal", { signal: new AbortController() as never }],
  ["timeout", { timeout: 5 }],
])("%s that cannot be used is a ConfigError", async (option, options) => {
  const { check, count } = states({ status: "finished" });
  await expect(poll({ ...job, check, ...options })).rejects.toMatchObject({ name: "ConfigError", option });
  expect(count()).toBe(0);
});
