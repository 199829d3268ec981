import { getEventListeners } from "node:events";
import { expect, expectTypeOf, test } from "vitest";
import { systemClock } from "./clock.ts";
import { startDeadline, type Deadline } from "./deadline.ts";

const late = new Error("late");

function start(timeoutMs: number, parent?: AbortSignal): Deadline {
  return startDeadline({ clock: systemClock, timeoutMs, parent, reason: () => late });
}

test("work that is raced settles as it does", async () => {
  const { race, end } = start(Infinity);
  const result = race(Promise.resolve(5));
  expectTypeOf(result).resolves.toEqualTypeOf<number>();
  expect(await result).toBe(5);
  await expect(race(Promise.reject(new Error("no")))).rejects.toThrow("no");
  end();
});

test("work that hangs is left when the time is up, or the signal above aborts", async () => {
  const never = new Promise<never>(() => undefined);
  const own = start(10);
  await expect(own.race(never)).rejects.toBe(late);
  expect(own.signal.reason).toBe(late);
  const controller = new AbortController();
  const under = start(Infinity, controller.signal);
  const reason = new Error("enough");
  controller.abort(reason);
  await expect(under.race(never)).rejects.toBe(reason);
  const { race, end } = start(Infinity, controller.signal);
  await expect(race(never)).rejects.toBe(reason);
  for (const deadline of [own, under]) deadline.end();
  end();
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("an abort while nothing is raced is no unhandled rejection, and none comes after the end", async () => {
  const seen: unknown[] = [];
  const note = (reason: unknown): void => void seen.push(reason);
  process.on("unhandledRejection", note);
  const idle = start(1);
  const ended = start(1);
  ended.end();
  await expect.poll(() => idle.signal.aborted).toBe(true);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", note);
  expect(seen).toEqual([]);
  expect(ended.signal.aborted).toBe(false);
  idle.end();
});
