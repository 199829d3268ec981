import {
  operation,
  unwrap,
  type CallOptions,
  type Clock,
  type JobProgress,
  type JobState,
  type OptionalOperation,
  type PollOptions,
} from "@labelwire/core";
import { expect, test } from "vitest";
import type { AcmeOptions } from "../acme.ts";
import { sendJson, startServer, type Answer } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";
import { subject } from "./subject.ts";

const names = { pending: ["queued", "started"], succeeded: ["finished"], failed: ["failed"] };
const job = { jobId: "j1", operation: "getJob", ...names, intervalMs: 5, maxIntervalMs: 5 };
const getJob: OptionalOperation<"acme", CallOptions, JobState> = operation("getJob", "get", "/jobs/j1", "json");

/** A look that shows the given states in turn, and the last one from then on. Whoever never stops looking is stopped. */
function looks(...states: readonly JobState[]): { check: PollOptions<JobState>["check"]; count: () => number } {
  let count = 0;
  const check = async (): Promise<JobState> => {
    const state = states[Math.min(count, states.length - 1)] ?? { status: "queued" };
    count += 1;
    if (count > 400) throw new Error("looked 400 times");
    return state;
  };
  return { check, count: () => count };
}

async function lookAtServer(answer: Answer, options: AcmeOptions = {}) {
  const server = await startServer(answer);
  const client = createSubjectClient({ baseUrl: server.url, ...options });
  const check = async (signal: AbortSignal): Promise<JobState> => unwrap(getJob(client, { signal }));
  return { server, check };
}

test("a job queued for ever ends at the deadline, with what was seen last", async () => {
  const work = subject.poll({ ...job, check: looks({ status: "queued" }).check, timeoutMs: 150 });
  await expect(work).rejects.toMatchObject({ name: "JobTimeoutError", jobId: "j1", lastStatus: "queued" });
});

test("a look that never answers ends at the deadline too", async () => {
  const work = subject.poll({ ...job, check: () => new Promise<never>(() => undefined), timeoutMs: 100 });
  await expect(work).rejects.toMatchObject({ name: "JobTimeoutError", timeoutMs: 100 });
});

test("a status that nobody knows is an error, not one more reason to wait", async () => {
  const { check, count } = looks({ status: "started" }, { status: "paused" });
  await expect(subject.poll({ ...job, check })).rejects.toMatchObject({
    name: "JobFailedError",
    status: "paused",
    message: expect.stringContaining('"paused"'),
  });
  expect(count()).toBe(2);
});

test("progress over 100 % or missing is told as 1 or not at all", async () => {
  const fractions = [-1, 0.5, 1.48, Number.NaN, null, undefined];
  const started = fractions.map((fraction) => ({ status: "started", fraction }));
  const told: JobProgress[] = [];
  const onProgress = (progress: JobProgress): void => void told.push(progress);
  const { check } = looks(...started, { status: "finished", fraction: 98.75 });
  await subject.poll({ ...job, check, onProgress });
  expect(told.map(({ fraction }) => fraction)).toEqual([0, 0.5, 1, undefined, undefined, undefined, 1]);
  expect(told[3]).toEqual({ status: "started", checks: 4 });
});

test("a failed job says why, with the platform's details", async () => {
  const { check } = looks({ status: "failed", message: "no frames", details: { frame: 3 } });
  await expect(subject.poll({ ...job, check })).rejects.toMatchObject({
    name: "JobFailedError",
    jobId: "j1",
    status: "failed",
    details: { frame: 3 },
    message: "getJob: job j1 ended as failed: no frames",
  });
});

test("a job that is gone is the 404 of its look, and one that has finished is not looked at again", async () => {
  const vanishing = await lookAtServer(({ number }, response) =>
    number < 3 ? sendJson(response, { status: "started" }) : sendJson(response, { fault: "no such job" }, 404),
  );
  await expect(subject.poll({ ...job, check: vanishing.check })).rejects.toMatchObject({
    name: "ApiError",
    status: 404,
    operation: "getJob",
  });
  const finishing = await lookAtServer(({ number }, response) =>
    number < 3 ? sendJson(response, { status: "finished" }) : sendJson(response, {}, 404),
  );
  expect(await subject.poll({ ...job, check: finishing.check })).toEqual({ status: "finished" });
  expect(finishing.server.received).toHaveLength(1);
});

/** A clock that does not wait: what is to be waited for is over at once, and it is that much later then. Deadlines do not come. */
function skippingClock(): Clock {
  let nowMs = Date.UTC(2026, 0, 31, 12, 0, 0, 400);
  return {
    now: () => nowMs,
    schedule: (callback, delayMs) => {
      if (delayMs > 30_000) return () => undefined;
      const timer = setTimeout(() => {
        nowMs += delayMs;
        callback();
      }, 0);
      return () => clearTimeout(timer);
    },
  };
}

test("a 429 while polling is waited out as the server asks, and does not end the wait", async () => {
  const clock = skippingClock();
  let busyUntil = 0;
  const busyOrNot: Answer = ({ number }, response) => {
    if (number === 1) return sendJson(response, { status: "started" });
    if (busyUntil === 0) busyUntil = Math.ceil(clock.now() / 1000) * 1000 + 1000;
    if (clock.now() >= busyUntil) return sendJson(response, { status: "finished" });
    const date = new Date(clock.now()).toUTCString();
    return sendJson(response, {}, 429, { date, "retry-after": new Date(busyUntil).toUTCString() });
  };
  const { server, check } = await lookAtServer(busyOrNot, { clock });
  expect(await subject.poll({ ...job, check, clock })).toEqual({ status: "finished" });
  // Dates have whole seconds, so a wait may end a little early and be told once more.
  expect(server.received.length).toBeLessThanOrEqual(4);
});

test.each([-86_400_000, 86_400_000])(
  "a clock that jumps by %d ms neither ends a wait nor prolongs it",
  async (jump) => {
    let offset = 0;
    const clock: Clock = {
      now: () => Date.now() + offset,
      schedule: (callback, delayMs) => {
        const timer = setTimeout(callback, delayMs);
        return () => clearTimeout(timer);
      },
    };
    const { check, count } = looks({ status: "queued" });
    const jumping = async (signal: AbortSignal): Promise<JobState> => {
      if (count() === 3) offset = jump;
      return check(signal);
    };
    const started = performance.now();
    const work = subject.poll({ ...job, clock, check: jumping, timeoutMs: 600 });
    await expect(work).rejects.toMatchObject({ name: "JobTimeoutError" });
    expect(performance.now() - started).toBeGreaterThan(500);
    expect(count()).toBeGreaterThan(4);
  },
);
