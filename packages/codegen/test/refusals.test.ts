import { describe, expect, test } from "vitest";
import { SpecError } from "../src/spec-error.ts";
import { toJsonValue } from "../src/to-json-value.ts";
import { validateSpec } from "../src/validate-spec.ts";

const answer = { responses: { "200": { description: "OK" } } };

function problemsOf(changes: object): string[] {
  const document = { openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths: {}, ...changes };
  try {
    validateSpec(toJsonValue(document, "openapi.yaml"), "openapi.yaml");
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.message.split("\n");
    throw error;
  }
}

function withSchema(schema: object): object {
  return { components: { schemas: { A: schema } } };
}

describe("a specification is refused", () => {
  test.each([
    ["https://evil.example.com/a.yaml", "leaves this file"],
    ["http://127.0.0.1:1/a.yaml#/A", "leaves this file"],
    ["file:///etc/passwd", "leaves this file"],
    ["./other.yaml#/A", "leaves this file"],
    ["../../etc/passwd", "leaves this file"],
    ["other.yaml", "leaves this file"],
    ["#", "leaves this file"],
    ["", "leaves this file"],
    ["#/components/schemas/Missing", "names nothing"],
    ["#/components/schemas/__proto__", "names nothing"],
    ["#/components/schemas/A/toString", "names nothing"],
    ["#/components/schemas/A", "leads only to itself"],
  ])("for the reference %s", (reference, problem) => {
    const [line = ""] = problemsOf(withSchema({ $ref: reference }));
    expect(line).toMatch(/^openapi\.yaml#\/components\/schemas\/A\/\$ref: the reference /);
    expect(line).toContain(problem);
    expect(line).toContain("To mend: ");
  });

  test("for references that lead around in a circle", () => {
    const schemas = { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } };
    expect(problemsOf({ components: { schemas } })).toHaveLength(2);
  });

  test("but not for a recursive schema, a property called $ref, or a $ref inside of data", () => {
    const schema = {
      type: "object",
      properties: { child: { $ref: "#/components/schemas/A" }, $ref: { type: "string" }, example: { type: "string" } },
      example: { $ref: "https://evil.example.com" },
      default: { $ref: "file:///etc/passwd" },
      "x-note": { $ref: "https://evil.example.com" },
    };
    expect(problemsOf(withSchema(schema))).toEqual([]);
  });

  test.each([
    [{ get: { ...answer } }, "/paths/~1pets/get: the operation has no operationId"],
    [
      { get: { operationId: "a'b", ...answer } },
      `/paths/~1pets/get/operationId: the operationId "a'b" is not made of letters`,
    ],
    [{ get: { operationId: "__proto__", ...answer } }, "is not made of letters"],
    [{ get: { operationId: "a\nb", ...answer } }, "is not made of letters"],
    [{ get: { operationId: "a`${b}`", ...answer } }, "is not made of letters"],
    [{ get: { operationId: "delete", ...answer } }, 'the operationId "delete" is a reserved word of JavaScript'],
    [{ get: { operationId: "a" } }, "/paths/~1pets/get/responses: the operation has no response"],
    [{ get: { operationId: "a", responses: { twohundred: {} } } }, '"twohundred" is not a status'],
    [{ get: { operationId: "a", requestBody: {}, ...answer } }, "the request body has no content"],
    [{ get: "yes" }, "/paths/~1pets/get: the operation is not an object"],
    [{ $ref: "#/paths/~1dogs" }, "names nothing"],
    [
      { get: { operationId: "a_b", ...answer }, put: { operationId: "a.b", ...answer } },
      'the operationIds "a_b" and "a.b" both give the function aB',
    ],
    [
      { get: { operationId: "a", parameters: [{ name: "q", in: "query" }], ...answer } },
      'the parameter "q" has no schema',
    ],
    [
      { get: { operationId: "a", parameters: [{ name: "q", in: "nowhere", schema: {} }], ...answer } },
      "a parameter has no name or no place",
    ],
    [
      { get: { operationId: "a", parameters: [{ name: "id", in: "path", required: true, schema: {} }], ...answer } },
      'the path parameter "id" is not in the path',
    ],
  ])("for the path item %j", (item, problem) => {
    expect(problemsOf({ paths: { "/pets": item } }).join("\n")).toContain(problem);
  });

  test("for a placeholder that no parameter declares, or one that may be left out", () => {
    const item = { get: { operationId: "a", parameters: [{ name: "id", in: "path", schema: {} }], ...answer } };
    expect(problemsOf({ paths: { "/pets/{id}/{other}": item } })).toEqual([
      expect.stringContaining('the path parameter "id" is not required'),
      expect.stringContaining("{other} in the path is not declared as a parameter"),
    ]);
  });

  test.each(["pets", "/pets?all=1", "/pets#a", "/a b", "/a\nb", "/a\u2028b"])("for the path %j", (path) => {
    const paths = { [path]: { get: { operationId: "a", ...answer } } };
    expect(problemsOf({ paths })).toEqual([expect.stringContaining("is not a path")]);
  });

  test.each(["a b", "a/b", "a'b", "__proto__", "a\n"])("for a component called %j", (name) => {
    const schemas = Object.fromEntries([[name, { type: "string" }]]);
    expect(problemsOf({ components: { schemas } })).toEqual([expect.stringContaining("cannot name a component")]);
  });

  test.each([[{ openapi: "3.2.0" }], [{ openapi: 3 }], [{ openapi: "2.0" }], [{ openapi: undefined, swagger: "2.0" }]])(
    "for the version %j",
    (change) => {
      const document = { info: {}, paths: {}, ...change };
      const json = toJsonValue(JSON.parse(JSON.stringify(document)), "openapi.yaml");
      expect(() => validateSpec(json, "openapi.yaml")).toThrow(
        /openapi\.yaml#\/openapi: .* To mend: give it an OpenAPI 3\.0 or 3\.1 document/,
      );
    },
  );
});
