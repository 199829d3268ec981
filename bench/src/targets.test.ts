import { expect, test } from "vitest";
import type { Measurement } from "./measure.ts";
import { missedTargets } from "./targets.ts";

function measured(gzip: number, instantiations: number): Measurement {
  const cost = { instantiations, types: 1, checkSeconds: 1 };
  return {
    name: "any",
    sizes: new Map([[1, { gzip, minified: gzip * 3 }]]),
    checks: new Map([
      [
        "TypeScript 6",
        new Map([
          [1, { ...cost, instantiations: 5 }],
          [49, cost],
        ]),
      ],
    ]),
  };
}

test("targets that are kept are not mentioned", () => {
  expect(missedTargets([measured(7000, 1000), measured(2700, 50_000)])).toEqual([]);
});

test("a byte or an instantiation too many is", () => {
  expect(missedTargets([measured(7001, 1001), measured(2700, 50_000)])).toEqual([
    "one call bundles to 7001 bytes gzip, of 7000.",
    "49 calls cost TypeScript 6 1001 instantiations, of 1000.",
  ]);
});
