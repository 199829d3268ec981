import { expect, test } from "vitest";
import type { Measurement } from "./measure.ts";
import { missedGeneration, missedTargets } from "./targets.ts";

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

test("with 100 calls more is promised, of time too, and of every peer", () => {
  const of = (name: string, instantiations: number, checkSeconds: number): Measurement => ({
    name,
    sizes: new Map([[1, { gzip: 1, minified: 1 }]]),
    checks: new Map([["TypeScript 6", new Map([[100, { instantiations, types: 1, checkSeconds }]])]]),
  });
  const bare = of("bare", 100_000, 2);
  expect(missedTargets([of("ours", 1000, 0.5), bare, of("peer", 1000, 9)])).toEqual([]);
  expect(missedTargets([of("ours", 1001, 0.6), bare, of("peer", 1000, 9)])).toEqual([
    "100 calls cost TypeScript 6 1001 instantiations, of 1000.",
    "100 calls cost TypeScript 6 1001 instantiations, and 1000 with peer.",
    "100 calls take TypeScript 6 0.6 s, and 2 s with bare.",
  ]);
});

test("generated code has bounds of its own", () => {
  const kept = { schemaNodes: 1000, operationNodes: 300, seconds: 2.5, bareSeconds: 1 };
  expect(missedGeneration(kept)).toEqual([]);
  expect(missedGeneration({ ...kept, operationNodes: 310, seconds: 2.6 })).toEqual([
    "the generated code has 1.31 times the nodes of its schema, of 1.3.",
    "generation takes 2.60 times as long as openapi-typescript alone, of 2.5.",
  ]);
});
