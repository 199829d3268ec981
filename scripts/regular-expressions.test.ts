import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { findExpressions } from "./testing/find-expressions.ts";
import { findSlowExpressions } from "./testing/find-slow-expressions.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What the checker cannot see is harmless, and why it is. */
const harmless: Readonly<Record<string, string>> = {
  "packages/codegen/src/sample-pattern.ts": "made of a pattern in the specification, which is the user's own input",
};

// Those of packages/core are in its hazard suite, beside what they read.
test("every regular expression of the generator and of each platform's client is linear in the text it reads", () => {
  const found = findExpressions(root, "packages/*/src/**/*.ts").filter(
    ({ file }) => !file.startsWith("packages/core/"),
  );
  expect(found.length).toBeGreaterThan(50);
  expect(findSlowExpressions(found.filter(({ file }) => !(file in harmless)))).toEqual([]);
}, 300_000);
