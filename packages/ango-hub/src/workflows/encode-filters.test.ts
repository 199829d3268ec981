import { describe, expect, test } from "vitest";
import { encodeFilters } from "./encode-filters.ts";

test("a query is its JSON text", () => {
  const id = new (class {
    toJSON(): string {
      return "b";
    }
  })();
  const query = { _id: { $in: ["a", id] }, done: true, n: 1, at: new Date(0), assignee: null };
  expect(encodeFilters("filters", query)).toBe(
    '{"_id":{"$in":["a","b"]},"done":true,"n":1,"at":"1970-01-01T00:00:00.000Z","assignee":null}',
  );
});

describe("what JSON would widen or lose is refused by its place", () => {
  const circular: Record<string, unknown> = {};
  circular["self"] = { circular };
  test.each<[Record<string, unknown>, string]>([
    [{ externalId: /^a/ }, "filters.externalId"],
    [{ externalId: undefined }, "filters.externalId"],
    [{ _id: { $in: ["a", undefined] } }, "filters._id.$in[1]"],
    [{ n: Number.NaN }, "filters.n"],
    [{ n: 1n }, "filters.n"],
    [{ n: new Map() }, "filters.n"],
    [{ at: new Date(Number.NaN) }, "filters.at"],
    [{ f: (): number => 1 }, "filters.f"],
    [circular, "filters.self.circular"],
  ])("%#", (query, option) => {
    expect(() => encodeFilters("filters", query)).toThrow(expect.objectContaining({ name: "ConfigError", option }));
  });
});
