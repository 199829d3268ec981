import { describe, expect, test } from "vitest";
import { holdsLogic, LogicError } from "./json-logic.ts";

const item: Readonly<Record<string, unknown>> = { id: 7, name: "Cats", owner: null, done: false, date: "2026-01-02" };
const holds = (condition: unknown): boolean => holdsLogic(condition, (name) => item[name]);
const id = { var: "id" };

describe("holdsLogic", () => {
  test.each([
    [{ "==": [id, 7] }, true],
    [{ "==": [id, "7"] }, true],
    [{ "==": [{ var: "owner" }, null] }, true],
    [{ "==": [{ var: ["done"] }, false] }, true],
    [{ and: [{ ">": [id, 6] }, { "<": [id, 7] }] }, false],
    [{ or: [{ ">=": [id, 8] }, { "<=": [id, 7] }] }, true],
    [{ "<=": [5, id, 9] }, true],
    [{ "<=": [8, id, 9] }, false],
    [{ "<": [{ var: "date" }, "2026-01-10"] }, true],
    [{ in: ["cat", { var: "name" }] }, true],
    [{ in: [id, [6, 7]] }, true],
    [{ in: [id, [6]] }, false],
    [{ "!": [{ var: "owner" }] }, true],
    [{ "!!": { var: "done" } }, false],
    [{ and: [] }, true],
  ])("%j", (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });

  test.each([[{ xor: [] }], [{ "==": [1, 1], in: [1, [1]] }], [{ and: [{ constructor: [] }] }]])(
    "%j is no condition",
    (condition) => {
      expect(() => holds(condition)).toThrow(LogicError);
    },
  );
});
