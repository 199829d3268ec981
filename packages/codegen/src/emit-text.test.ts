import { runInNewContext } from "node:vm";
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import {
  commentText,
  dataLiteral,
  docComment,
  identifierName,
  memberName,
  recordLiteral,
  stringLiteral,
} from "./emit-text.ts";
import type { JsonValue } from "./json-value.ts";

/** What an expression is worth when it runs. */
function evaluate(expression: string): unknown {
  const compilerOptions = { target: ts.ScriptTarget.ESNext };
  return runInNewContext(ts.transpileModule(`(${expression})`, { compilerOptions }).outputText);
}

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      "*",
      "/",
      "@",
      "\n",
      "\r",
      "\u2028",
      "\\",
      '"',
      "`",
      "$",
      "{",
      "<",
      "i",
      "internal",
      "ts-ignore",
      " ",
    ),
  }),
);

const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value")),
    fc.dictionary(fc.oneof(text, fc.constantFrom("__proto__", "constructor", "toString")), tie("value")),
  ),
})).value;

describe("literals", () => {
  test("a string literal is worth the string, on one line", () => {
    fc.assert(
      fc.property(text, (value) => {
        const literal = stringLiteral(value);
        expect(literal).not.toMatch(/[\n\r\u2028\u2029]|<\//);
        expect(evaluate(literal)).toBe(value);
      }),
    );
  });

  test.each([dataLiteral, recordLiteral])("data is worth itself, __proto__ included", (write) => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.stringify(evaluate(write(value)))).toBe(JSON.stringify(value));
      }),
      { numRuns: 200 },
    );
  });

  test("a member's name is bare only where it is an identifier", () => {
    expect([memberName("a"), memberName("a-b"), memberName("1"), memberName("")]).toEqual(["a", '"a-b"', '"1"', '""']);
  });

  test("what is not an identifier cannot be declared", () => {
    expect(() => identifierName("a;evil()")).toThrow(TypeError);
  });
});

describe("comments", () => {
  test("no text ends a comment, opens a tag or gives an order to a tool", () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const comment = docComment([first, second]);
        if (comment === "") return;
        const file = ts.createSourceFile("a.ts", `${comment}export const a = 1;`, ts.ScriptTarget.ESNext, true);
        expect(file.statements).toHaveLength(1);
        expect(file.statements[0]?.getStart()).toBe(comment.length);
        expect(ts.getJSDocTags(file.statements[0] ?? file).map((tag) => tag.tagName.text)).toEqual([]);
        expect(comment).not.toMatch(/@internal|@ts-/i);
      }),
      { numRuns: 1000 },
    );
  });

  test("paragraphs and tags are set apart, and nothing gives nothing", () => {
    expect(docComment([undefined, " "])).toBe("");
    expect(docComment(["One line."])).toBe("/** One line. */\n");
    expect(docComment(["First.", "Second\r\nline."], ["@deprecated"])).toBe(
      "/**\n * First.\n *\n * Second\n * line.\n *\n * @deprecated\n */\n",
    );
  });

  test("ordinary text stays as it is", () => {
    const ordinary = "Mail ada@example.com, see `GET /pets/*` and 3 * 4.";
    expect(commentText(ordinary)).toBe(ordinary);
  });
});
