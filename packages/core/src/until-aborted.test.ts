import { getEventListeners } from "node:events";
import { expect, expectTypeOf, test } from "vitest";
import { untilAborted } from "./until-aborted.ts";

test("settles as the value does, and leaves no listener", async () => {
  const { signal } = new AbortController();
  const result = untilAborted(Promise.resolve(5), signal);
  expectTypeOf(result).resolves.toEqualTypeOf<number>();
  expect(await result).toBe(5);
  expect(await untilAborted(5, signal)).toBe(5);
  await expect(untilAborted(Promise.reject(new Error("no")), signal)).rejects.toThrow("no");
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("rejects with the signal's reason while the value hangs, and leaves no listener", async () => {
  const controller = new AbortController();
  let settle: ((value: number) => void) | undefined;
  const hanging = new Promise<number>((resolve) => (settle = resolve));
  const pending = untilAborted(hanging, controller.signal);
  controller.abort(new Error("enough"));
  await expect(pending).rejects.toThrow("enough");
  settle?.(5);
  await hanging;
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("a value that rejects after the abort is no unhandled rejection", async () => {
  const seen: unknown[] = [];
  const note = (reason: unknown): void => void seen.push(reason);
  process.on("unhandledRejection", note);
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), 5));
  await expect(untilAborted(late, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", note);
  expect(seen).toEqual([]);
});
