import { describe, expect, test } from "vitest";
import { encodeDateRange, type DateRange } from "./encode-date-range.ts";

test("both ends, from dates and strings", () => {
  const range = { after: new Date(Date.UTC(2026, 0, 1)), before: "2026-02-01T10:30:00+02:00" };
  expect(encodeDateRange("createdAt", range)).toBe(
    '{"$gt":"2026-01-01T00:00:00.000Z","$lt":"2026-02-01T08:30:00.000Z"}',
  );
});

test.each<[DateRange, string | undefined]>([
  [{ after: "2026-01-01" }, '{"$gt":"2026-01-01T00:00:00.000Z"}'],
  [{ before: "2026-01-01T00:00Z" }, '{"$lt":"2026-01-01T00:00:00.000Z"}'],
  [{ before: "2020-08-26T07:37:15.000000Z" }, '{"$lt":"2020-08-26T07:37:15.000Z"}'],
  [{}, undefined],
])("one end or none: %j", (range, text) => {
  expect(encodeDateRange("createdAt", range)).toBe(text);
});

describe("refused", () => {
  test.each<[unknown, string]>([
    [{ after: "yesterday" }, "createdAt.after"],
    [{ after: "" }, "createdAt.after"],
    [{ after: "2026-1-1" }, "createdAt.after"],
    [{ after: "2026-01-01T10:00:00" }, "createdAt.after"],
    [{ before: "2026-02-31" }, "createdAt.before"],
    [{ before: "2026-13-01" }, "createdAt.before"],
    [{ before: "2026-01-01T25:00:00Z" }, "createdAt.before"],
    [{ before: new Date(Number.NaN) }, "createdAt.before"],
    [{ before: 1_767_225_600_000 }, "createdAt.before"],
    [{ after: null }, "createdAt.after"],
    [{ after: "2026-01-02", before: "2026-01-01" }, "createdAt.before"],
    [{ after: "2026-01-01", before: "2026-01-01" }, "createdAt.before"],
    [{ afer: "2026-01-01" }, "createdAt.afer"],
    ["2026-01-01", "createdAt"],
  ])("%j", (range, option) => {
    // What JavaScript callers can pass.
    const act = (): unknown => encodeDateRange("createdAt", range as DateRange);
    expect(act).toThrow(expect.objectContaining({ name: "ConfigError", option }));
  });

  test("with what to give instead", () => {
    expect(() => encodeDateRange("updatedAt", { after: "last week" })).toThrow(
      'updatedAt.after is not an ISO 8601 date, or date and time with its zone. Give a Date, or a string such as "2026-01-31" or "2026-01-31T09:30:00Z".',
    );
  });
});
