import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { sleep } from "./sleep.ts";

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

test("waits, and leaves no listener", async () => {
  const { signal } = new AbortController();
  const started = performance.now();
  await sleep(30, { signal });
  expect(performance.now() - started).toBeGreaterThan(25);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("rejects with the signal's reason at once, and leaves no timer", async () => {
  const before = timers();
  const controller = new AbortController();
  const waiting = sleep(60_000, { signal: controller.signal });
  controller.abort("reason");
  await expect(waiting).rejects.toBe("reason");
  await expect(sleep(60_000, { signal: controller.signal })).rejects.toBe("reason");
  expect(timers()).toBe(before);
});
