import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { samplePattern } from "./sample-pattern.ts";

describe("samplePattern", () => {
  test.each([
    ["^[a-zA-Z0-9_.-]+$", "a"],
    ["^\\d+$", "0"],
    ["^[\\w.@+-]+$", "a"],
    ["^[A-Z]{2}-\\d{3}$", "AA-000"],
    ["^#[0-9a-f]{6}$", "#aaaaaa"],
    ["^(?:cat|dog)(-x)?$", "cat"],
    ["^(?!evil).*$", "a"],
    ["^[^a-z]{1,3}$", "A"],
    ["^\\u0041\\x42$", "AB"],
    ["^a{0,4}b*?c$", "abc"],
    ["^\\/v[1-9]\\.json$", "/v1.json"],
    ["string", "string"],
  ])("%s", (pattern, sample) => {
    expect(samplePattern(pattern)).toBe(sample);
    expect(sample).toMatch(new RegExp(pattern));
  });

  test("whatever the pattern, it ends", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from("()[]{}|\\^$*+?.,:=!<>09ad-u")) }), (pattern) => {
        expect(typeof samplePattern(pattern)).toBe("string");
      }),
    );
  });
});
