import { expect, test } from "vitest";
import { readRange } from "./read-range.ts";

const noon = "2026-01-15T12:00:00Z";

test.each([
  [undefined, true],
  ["", true],
  ["{}", true],
  ['{"$gt":"2026-01-15T13:00:00+02:00"}', true],
  ['{"$gt":"2026-01-15T12:00:00.000Z"}', false],
  ['{"$lt":"2026-01-15T12:00:00.001Z"}', true],
  ['{"$lt":"2026-01-15T12:00:00.000Z"}', false],
  ['{"$gt":"2026-01-14","$lt":"2026-01-15"}', false],
])("%s: %s", (text, expected) => {
  expect(readRange(text)?.(noon)).toBe(expected);
});

test.each(["2026-01-15", "[]", "7", "{"])("%s is no span", (text) => {
  expect(readRange(text)).toBeNull();
});
