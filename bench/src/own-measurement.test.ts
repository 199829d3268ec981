import { expect, test } from "vitest";
import { ownMeasurements, ownTable, type OwnFigure } from "./own-measurement.ts";

test("a platform without measurements of its own has none", async () => {
  expect(await ownMeasurements("nobody")).toEqual([]);
  expect(ownTable([])).toBe("");
});

test("figures stand beside what they are held against", () => {
  const figure: OwnFigure = {
    what: "a list",
    ours: "1 s",
    other: "plain: 4 s",
    ratio: "4.0 × faster",
    bound: "at least 3 ×",
    isKept: true,
  };
  expect(ownTable([figure]).split("\n").at(-1)).toBe("| a list | 1 s | plain: 4 s | 4.0 × faster | at least 3 × |");
});
