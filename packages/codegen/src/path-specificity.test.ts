import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareSpecificity } from "./path-specificity.ts";

describe("compareSpecificity", () => {
  test("puts what is fixed before what is open, segment by segment", () => {
    const paths = ["/{a}/x", "/item/{id}", "/item/{id}.{format}", "/item/foo", "/item", "/{a}/{b}", "/item/{id}/sub"];
    expect(paths.sort(compareSpecificity)).toEqual([
      "/item/foo",
      "/item/{id}.{format}",
      "/item/{id}/sub",
      "/item/{id}",
      "/item",
      "/{a}/x",
      "/{a}/{b}",
    ]);
  });

  test("gives one order, however the paths came", () => {
    const path = fc
      .array(fc.constantFrom("a", "b", "{x}", "{y}", "{x}.z"), { maxLength: 4 })
      .map((segments) => `/${segments.join("/")}`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
        expect([...paths].reverse().sort(compareSpecificity)).toEqual([...paths].sort(compareSpecificity));
      }),
    );
  });
});
