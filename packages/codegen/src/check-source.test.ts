import { describe, expect, test } from "vitest";
import { checkSource } from "./check-source.ts";
import type { JsonValue } from "./json-value.ts";

const spec = { file: "specs/pets/openapi.yaml", value: {}, sha256: "abc" };
const source = { kind: "upstream", url: "u", version: "1", date: "2026-01-31", sha256: "abc", licence: "MIT" };

function problemsOf(value: JsonValue): string[] {
  return checkSource({ file: "specs/pets/source.json", value, sha256: "" }, spec).map(
    ({ file, pointer = "", problem }) => `${file}#${pointer}: ${problem}`,
  );
}

describe("checkSource", () => {
  test("accepts a source that fits", () => {
    expect(problemsOf(source)).toEqual([]);
  });

  test.each<[JsonValue, string]>([
    [
      { ...source, sha256: "abd" },
      "specs/pets/openapi.yaml#: it is not the file that specs/pets/source.json speaks of",
    ],
    [{ ...source, kind: "guess" }, "#/kind: unknown kind"],
    [{ ...source, date: "yesterday" }, "#/date: not a date"],
    [{ ...source, url: "" }, '#/url: "url" is missing'],
    [{ ...source, license: "MIT" }, "#/license: unknown member"],
    [[], "it is not an object"],
  ])("%j", (value, problem) => {
    expect(problemsOf(value)).toEqual([expect.stringContaining(problem)]);
  });
});
