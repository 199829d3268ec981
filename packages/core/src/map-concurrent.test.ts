import { getEventListeners } from "node:events";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import { mapConcurrent, settleConcurrent } from "./map-concurrent.ts";

const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new Error("stopped"));
    });
  });

describe("mapConcurrent", () => {
  test("keeps the order of the items, and no more running than asked", async () => {
    let running = 0;
    let most = 0;
    const results = await mapConcurrent([30, 5, 20, 1, 10], { concurrency: 2 }, async (ms, index) => {
      most = Math.max(most, (running += 1));
      await wait(ms);
      running -= 1;
      return `${index}:${ms}`;
    });
    expectTypeOf(results).toEqualTypeOf<string[]>();
    expect(results).toEqual(["0:30", "1:5", "2:20", "3:1", "4:10"]);
    expect(most).toBe(2);
    expect(await mapConcurrent([], {}, async () => 1)).toEqual([]);
  });

  test("the first failure stops the rest and is what is thrown, when all has stopped", async () => {
    const started: number[] = [];
    let running = 0;
    const work = mapConcurrent([10_000, 20, 10_000, 1], { concurrency: 3 }, async (ms, index, signal) => {
      started.push(index);
      running += 1;
      try {
        await wait(ms, signal);
        if (index === 1) throw new Error("first");
      } finally {
        running -= 1;
      }
    });
    await expect(work).rejects.toThrow("first");
    expect(running).toBe(0);
    expect(started).toEqual([0, 1, 2]);
  });

  test("what is no signal is a ConfigError, and nothing is started", async () => {
    const started = vi.fn();
    const work = mapConcurrent([1], { signal: new AbortController() as never }, started);
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option: "signal" });
    expect(started).not.toHaveBeenCalled();
  });

  test("an abort rejects with its reason and leaves no listener", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const started: number[] = [];
    setTimeout(() => controller.abort(reason), 20);
    const work = mapConcurrent(
      [1, 2, 3],
      { concurrency: 1, signal: controller.signal },
      async (item, _index, signal) => {
        started.push(item);
        await wait(10_000, signal);
      },
    );
    await expect(work).rejects.toBe(reason);
    expect(started).toEqual([1]);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    await expect(mapConcurrent([1], { signal: controller.signal }, async () => 1)).rejects.toBe(reason);
  });

  test.each([0, -1, 1.5, Number.NaN])("a concurrency of %d is a ConfigError", async (concurrency) => {
    await expect(mapConcurrent([1], { concurrency }, async () => 1)).rejects.toMatchObject({ option: "concurrency" });
  });
});

describe("settleConcurrent", () => {
  test("a failure stops nothing but itself", async () => {
    const results = await settleConcurrent([1, 2, 3], { concurrency: 2 }, async (item) => {
      if (item === 2) throw new Error("two");
      return item;
    });
    expect(results).toEqual([
      { status: "fulfilled", value: 1 },
      { status: "rejected", reason: new Error("two") },
      { status: "fulfilled", value: 3 },
    ]);
  });

  test("an abort ends it all the same", async () => {
    const controller = new AbortController();
    const work = settleConcurrent([1, 2], { concurrency: 1, signal: controller.signal }, async () =>
      controller.abort("stop"),
    );
    await expect(work).rejects.toBe("stop");
  });
});
