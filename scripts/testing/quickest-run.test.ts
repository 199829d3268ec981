import { expect, test } from "vitest";
import { quickestRun } from "./quickest-run.ts";

const runsOf = (times: readonly number[]) => {
  let runs = 0;
  return { next: async () => times[runs++] ?? Infinity, count: () => runs };
};

test("one run is enough where it is quick", async () => {
  const { next, count } = runsOf([20, 10]);
  expect(await quickestRun(50, next)).toBe(20);
  expect(count()).toBe(1);
});

test("a slow run is followed by another, ten at most, and the least counts", async () => {
  const late = runsOf([70, 60, 50, 40, 30]);
  expect(await quickestRun(50, late.next)).toBe(40);
  const never = runsOf([80, 70, 60, 70, 80, 90, 90, 90, 90, 90, 10]);
  expect(await quickestRun(50, never.next)).toBe(60);
  expect(never.count()).toBe(10);
});
