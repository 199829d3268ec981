import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findExpressions } from "./find-expressions.ts";
import { findSlowExpressions } from "./find-slow-expressions.ts";

test("places of expressions that look back again and again, or that nobody can read, are found", () => {
  const folder = mkdtempSync(join(tmpdir(), "labelwire-expressions-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const lines = [
    "const exponential = /^(a+)+$/;",
    "const quadratic = text.replace(/\\s+$/, '');",
    "const linear = /^a+$/i;",
    "const backtracking = /^(?=(a|aa)+$)/u;",
    "const made = new RegExp(pattern);",
    "const called = RegExp(pattern);",
    "const again = [/^a+$/i, /^(a+)+$/];",
    'const text = "/^(a+)+$/";',
  ];
  writeFileSync(join(folder, "pets.ts"), lines.join("\n"));
  writeFileSync(join(folder, "pets.test.ts"), "const inTest = /^(a+)+$/;");
  const found = findExpressions(folder, "*.ts");
  expect(found).toHaveLength(8);
  const slow = [1, 2, 4, 5, 6, 7].map((line) => `pets.ts:${line}`);
  expect(findSlowExpressions(found)).toEqual(slow);
});
