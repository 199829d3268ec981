import { expect, test } from "vitest";
import { collect } from "./collect.ts";

async function* numbers(): AsyncGenerator<number> {
  yield* [1, 2, 3];
}

test.each([null, true, "2", [2], Number.NaN, -1])("%j is no number of items", async (maxItems) => {
  await expect(collect(numbers(), { maxItems: maxItems as never })).rejects.toMatchObject({ option: "maxItems" });
});

test.each([
  [undefined, [1, 2, 3]],
  [Infinity, [1, 2, 3]],
  [2, [1, 2]],
  [0, []],
])("at most %j items are taken", async (maxItems, expected) => {
  expect(await collect(numbers(), { maxItems })).toEqual(expected);
});
