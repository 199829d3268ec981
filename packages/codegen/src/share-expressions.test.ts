import { expect, test } from "vitest";
import { shareExpressions, type SharableExpression } from "./share-expressions.ts";

const constant = { variable: "answers", type: "Answer" };

function answer(name: string, expression: string): SharableExpression {
  return { name, key: expression.replace(/ satisfies .*$/, ""), expression: expression.padEnd(60) };
}

test("what several places have in common is written once", () => {
  const [missing, other] = [answer("Missing", "{ status: 404 }"), answer("200", "{ status: 200 }")];
  const shared = shareExpressions(constant, [missing, other, missing]);
  expect(shared.declaration).toBe(
    `const answers = {Missing:${missing.expression}} satisfies Record<string, Answer>;\n\n`,
  );
  expect([shared.of(missing), shared.of(other)]).toEqual(["answers.Missing", other.expression]);
});

test("where nothing is met twice, or all is short, nothing is declared", () => {
  const short = { name: "None", key: "{}", expression: "{}" };
  const shared = shareExpressions(constant, [short, short, answer("200", "{ status: 200 }")]);
  expect([shared.declaration, shared.of(short)]).toEqual(["", "{}"]);
});

test("two of one name keep apart, and a name that is none is quoted", () => {
  const [first, second, proto] = [
    answer("404", "{ a: 1 }"),
    answer("404", "{ b: 2 }"),
    answer("__proto__", "{ c: 3 }"),
  ];
  const shared = shareExpressions(constant, [first, second, proto, second, first, proto]);
  expect([first, second, proto].map((expression) => shared.of(expression))).toEqual([
    'answers["404"]',
    'answers["404 (2)"]',
    "answers.__proto__",
  ]);
  expect(shared.declaration).toContain('["__proto__"]:');
});

test("the first of those that differ only in their types is the one that is kept", () => {
  const [first, second] = [answer("200", "{ a: 1 } satisfies First"), answer("200", "{ a: 1 } satisfies Second")];
  const shared = shareExpressions(constant, [first, second]);
  expect(shared.of(second)).toBe('answers["200"]');
  expect(shared.declaration).toContain("satisfies First");
});
