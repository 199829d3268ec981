import { expect, test } from "vitest";
import { createRandom } from "./random.ts";
import { valuesByName } from "./values-by-name.ts";

const make = valuesByName({
  byComponent: { Pet: { name: () => "Tom", pointer: ({ pointer }) => pointer } },
  byProperty: { name: () => "anybody", age: () => 7 },
});

test.each([
  ["Pet", "name", "Tom"],
  ["Pet", "age", 7],
  ["Pet", "pointer", "/0"],
  ["Owner", "name", "anybody"],
  [undefined, "name", "anybody"],
  ["constructor", "name", "anybody"],
  ["Pet", "toString", undefined],
  [undefined, "", undefined],
])("%s.%s is %j", (component, name, expected) => {
  expect(make({ component, name, pointer: "/0", random: createRandom("r") })).toBe(expected);
});
