import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../scripts/testing/cpu-ms.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import { backOffMs, readRetryAfter } from "./retry-delay.ts";

describe("readRetryAfter", () => {
  const now = Date.parse("Tue, 14 Nov 2023 22:13:20 GMT");

  test.each([
    ["0", 0],
    ["120", 120_000],
    [" 7 ", 7_000],
    ["Tue, 14 Nov 2023 22:13:30 GMT", 10_000],
    ["Tue, 14 Nov 2023 22:13:10 GMT", 0],
    ["Tue, 14 Nov 2023 22:13:30", undefined],
    ["2023-11-14", undefined],
    ["Tue, 99 Abc 2023 22:13:30 GMT", undefined],
    ["1000000001", 1_000_000_000_000],
    ["9".repeat(400), 1_000_000_000_000],
    ["-5", undefined],
    ["3, 5", undefined],
    ["0x10", undefined],
    ["", undefined],
  ])("%j is %o", (value, expected) => {
    expect(readRetryAfter(new Headers({ "retry-after": value }), now)).toBe(expected);
  });

  test("reads 100 kB in no time", async () => {
    const read = (): void => {
      for (const part of ["1", "Tue, ", " ", "9 GMT"]) {
        readRetryAfter(new Headers({ "retry-after": part.repeat(100_000 / part.length) }), now);
      }
    };
    expect(await quickestRun(50, () => cpuMs(read))).toBeLessThan(50);
  });
});

test("backOffMs stays within its bound", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.nat(60_000),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (attempt, maxDelayMs, random) => {
        const delay = backOffMs(attempt, { maxDelayMs, random: () => random });
        return delay >= 0 && delay <= Math.min(maxDelayMs, 500 * 2 ** (attempt - 1));
      },
    ),
  );
});
