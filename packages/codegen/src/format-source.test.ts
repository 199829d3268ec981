import fc from "fast-check";
import { format } from "prettier";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { dataLiteral } from "./emit-text.ts";
import { formatSource } from "./format-source.ts";
import type { JsonValue } from "./json-value.ts";

/** The tokens of a source without separators, which may stand before a closing bracket or not. */
function tokensOf(source: string): readonly string[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const tokens: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(file) > 0) node.getChildren(file).forEach(visit);
    else if (!/^[,;]?$/.test(node.getText(file))) tokens.push(node.getText(file));
  };
  visit(file);
  return tokens;
}

describe("formatSource", () => {
  test("keeps on a line what fits, and opens the longest bracket of what does not", () => {
    const source = [
      'import { a, type B } from "c";',
      `export const short = {a:1,"b-c":["d",null],e:{}};`,
      `export const long = {a:${JSON.stringify("x".repeat(50))},b:[${JSON.stringify("y".repeat(50))},1],c:{d:[true]}};`,
      `const page = /* @__PURE__ */ operation("pets_list_with_a_long_name", "get", "/pets/with/a/long/path", "json", {page:pages});`,
      "/**\n * Lists pets.\n *\n * All.\n */",
      'export interface Init extends CallOptions { params?: operations["list"]["parameters"];\n/** The pet. */\nbody: Pet | FormData; }',
      "",
      'type Many = Record<string, readonly Partial<Pet>[]> & { [key: string]: (string & {}) | "a" };',
    ].join("\n");
    expect(formatSource(source)).toBe(`import { a, type B } from "c";
export const short = { a: 1, "b-c": ["d", null], e: {} };
export const long = {
  a: "${"x".repeat(50)}",
  b: ["${"y".repeat(50)}", 1],
  c: { d: [true] },
};
const page =
  /* @__PURE__ */ operation("pets_list_with_a_long_name", "get", "/pets/with/a/long/path", "json", { page: pages });
/**
 * Lists pets.
 *
 * All.
 */
export interface Init extends CallOptions {
  params?: operations["list"]["parameters"];
  /** The pet. */
  body: Pet | FormData;
}

type Many = Record<string, readonly Partial<Pet>[]> & { [key: string]: (string & {}) | "a" };
`);
  });

  test("an index and a list of types are not given a comma that they cannot have", () => {
    const name = "n".repeat(70);
    const source = `type A = B<"${name}", "${name}">;\ntype C = operations["${name}"]["${name}"];\n`;
    expect(formatSource(source)).toBe(
      `type A = B<\n  "${name}",\n  "${name}"\n>;\ntype C = operations["${name}"]["${name}"];\n`,
    );
  });

  test("any data keeps its tokens, and what is formatted stays as it is, here and for prettier's parser", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async (value) => {
        const json = JSON.parse(JSON.stringify(value)) as JsonValue; // what a document can hold: no -0, no lone surrogates
        const source = `export const data: Data = ${dataLiteral(json)} satisfies Data<"a">;\n`;
        const formatted = formatSource(source);
        expect(tokensOf(formatted)).toEqual(tokensOf(source));
        expect(formatSource(formatted)).toBe(formatted);
        await format(formatted, { parser: "typescript" });
      }),
      { numRuns: 60 },
    );
  });

  test.each(["const a = `b`;", "const a = b /** c */ + d;", "const a = { b: 1", 'const a = "b', "const a = [1};"])(
    "%s is refused, since no emitter writes it",
    (source) => {
      expect(() => formatSource(source)).toThrow(TypeError);
    },
  );
});
