import { expect, test } from "vitest";
import { median } from "./median.ts";

test.each([
  { values: [3, 1, 2], middle: 2 },
  { values: [10, 9, 1, 2], middle: 9 },
  { values: [], middle: Number.NaN },
])("of $values it is $middle", ({ values, middle }) => {
  expect(median(values)).toBe(middle);
});
