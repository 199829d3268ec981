import ts from "typescript";
import { describe, expect, test } from "vitest";
import { objectMember } from "../src/json-value.ts";
import { toJsonValue } from "../src/to-json-value.ts";
import { compileSources } from "./compile-sources.ts";
import { generateDocument } from "./generate-document.ts";
import { hostileDocument, hostileStrings } from "./hostile-document.ts";
import { stringsIn, unexpectedIn } from "./inspect-source.ts";

const overlay = (text: string) => ({
  overlay: "1.0.0",
  info: { title: text },
  actions: [],
  [text === "" ? "x-" : `x-${text}`]: text,
});

describe("a hostile specification", () => {
  test.each(hostileStrings.map((text) => [JSON.stringify(text), text]))(
    "%s in every place gives data and types alone",
    async (_, text) => {
      const document = hostileDocument(text);
      const files = await generateDocument(document, { platform: "pets" }, overlay(text));
      const inputs = JSON.stringify([document, overlay(text)]);
      for (const [name, source] of files) {
        if (!name.endsWith(".ts")) continue;
        expect(unexpectedIn(source), name).toEqual([]);
        for (const literal of stringsIn(source)) expect(isKnown(literal, inputs), `${name}: ${literal}`).toBe(true);
      }
      expect(JSON.parse(files.get("openapi.json") ?? "")).toMatchObject({ info: { title: text } });
      expect(await evaluate(files.get("codegen.ts") ?? "")).toMatchObject({
        overlay: overlay(text),
        settings: { platform: "pets" },
      });
      const { mockData } = await evaluate(files.get("mock.ts") ?? "");
      expect(JSON.stringify(mockData)).toContain(JSON.stringify(text));
    },
  );

  test("compiles, with all hostile texts as the names of one object", { timeout: 60_000 }, async () => {
    const properties = Object.fromEntries(
      hostileStrings.map((text) => [text, { type: "string", enum: hostileStrings, description: text }]),
    );
    const schema = { type: "object", required: hostileStrings, properties };
    const files = await generateDocument({
      openapi: "3.0.3",
      info: { title: "t", version: "1" },
      paths: {
        "/a": {
          get: {
            operationId: "get_a",
            responses: { "200": { description: "", content: { "application/json": { schema } } } },
          },
        },
      },
      components: { schemas: { Plain: schema } },
    });
    expect(compileSources(files)).toEqual([]);
    const { mockData } = await evaluate(files.get("mock.ts") ?? "");
    expect(
      Object.keys(objectMember(objectMember(toJsonValue(mockData, "mock.ts"), "samples"), "Plain")).sort(),
    ).toEqual([...hostileStrings].sort());
  });

  test("the check sees what a careless generator would write", () => {
    expect(unexpectedIn("export const a = evil();")).toEqual(["call of evil", "reference to evil"]);
    expect(unexpectedIn("export const a: string = `${1}`;")).toContainEqual(
      expect.stringContaining("TemplateExpression"),
    );
    expect(unexpectedIn("const samples = { __proto__: 1 };")).toEqual(["prototype"]);
    expect(unexpectedIn("/** \n * @internal */\nexport interface A {}")).toEqual([
      expect.stringContaining("directive"),
    ]);
    expect(unexpectedIn("export const a = process.env;")).toContain("access process.env");
  });
});

/** Strings of the generator itself, and those that came in. */
function isKnown(literal: string, inputs: string): boolean {
  const own = [
    "@labelwire/core",
    "@labelwire/core/msw",
    "./schema.ts",
    "pets",
    "#/components/schemas/",
    "json",
    "text",
    "blob",
    "none",
    "any",
  ];
  if (own.includes(literal)) return true;
  const fixed = [
    "content",
    "headers",
    "parameters",
    "requestBody",
    "responses",
    "schemas",
    "send",
    "get",
    "post",
    "application/json",
    "x-open-enum",
  ];
  return fixed.includes(literal) || inputs.includes(JSON.stringify(literal).slice(1, -1));
}

/** Runs generated data the way a consumer would, with its types taken away. */
async function evaluate(source: string): Promise<Record<string, unknown>> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext },
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`)) as Record<
    string,
    unknown
  >;
}
