import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "./random.ts";

describe("createRandom", () => {
  test("equal keys give equal sequences", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        const first = createRandom(key);
        const second = createRandom(key);
        expect([first.next(), first.hex(24), first.integer(0, 9)]).toEqual([
          second.next(),
          second.hex(24),
          second.integer(0, 9),
        ]);
      }),
    );
  });

  test("a fork does not depend on what was drawn before it", () => {
    const used = createRandom("seed");
    used.next();
    expect(used.fork("part").hex(24)).toBe(createRandom("seed").fork("part").hex(24));
  });

  test("neighbouring keys give different values", () => {
    const ids = Array.from({ length: 2000 }, (_, index) => createRandom(`seed|${String(index)}`).hex(24));
    expect(new Set(ids).size).toBe(2000);
  });

  test("integers stay within their bounds, both of which occur", () => {
    const random = createRandom("bounds");
    const drawn = Array.from({ length: 200 }, () => random.integer(-1, 2));
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([-1, 2]);
  });

  test("there is nothing to pick from an empty list", () => {
    expect(createRandom("").pick([])).toBeUndefined();
  });
});
