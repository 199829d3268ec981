import { expect, test } from "vitest";
import { createRequestBackOff } from "./create-request-back-off.ts";

function waitsMs(...statuses: string[]): number[] {
  const backOff = createRequestBackOff();
  return statuses.map((status) => backOff({ status }));
}

const times = (count: number, status: string): string[] => Array.from({ length: count }, () => status);

test("what runs is looked at after 3, 7 and 13 seconds, once the first looks have shown that it is no small job", () => {
  expect(waitsMs(...times(8, "started"))).toEqual([500, 1000, 2000, 3000, 7000, 13_000, 13_000, 13_000]);
});

test("what is queued is looked at after 7 up to 163 seconds", () => {
  const waits = waitsMs(...times(12, "queued")).slice(3);
  expect(waits).toEqual([7000, 13_000, 23_000, 37_000, 61_000, 97_000, 163_000, 163_000, 163_000]);
});

test("the ladder starts anew when a request leaves the queue", () => {
  expect(waitsMs(...times(6, "queued"), ...times(3, "started")).slice(5)).toEqual([23_000, 3000, 7000, 13_000]);
});

test("each wait has a back-off of its own", () => {
  waitsMs(...times(9, "started"));
  expect(waitsMs("started")).toEqual([500]);
});
