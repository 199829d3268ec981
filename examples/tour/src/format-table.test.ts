import { expect, test } from "vitest";
import { formatTable } from "./format-table.ts";

test("columns are as wide as they need, numbers to the right", () => {
  const rows = [
    ["List tasks", 5, "120 tasks"],
    ["Export", 12, "out/a.zip"],
  ];
  expect(formatTable(["what", "calls", "result"], rows, 80)).toBe(
    [
      "what        calls  result",
      "────────────────────────────",
      "List tasks      5  120 tasks",
      "Export         12  out/a.zip",
    ].join("\n"),
  );
});

test("nothing is wider than the terminal", () => {
  const lines = formatTable(["what", "result"], [["List", "a".repeat(100)]], 20).split("\n");
  expect(lines.map(({ length }) => length)).toEqual([12, 20, 20]);
  expect(lines.at(-1)).toBe(`List  ${"a".repeat(13)}…`);
});
