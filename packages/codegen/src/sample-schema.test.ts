import { describe, expect, test } from "vitest";
import { mapMembers, type JsonObject } from "./json-value.ts";
import { sampleSchema } from "./sample-schema.ts";
import { toMockSchema } from "./to-mock-schema.ts";
import { createSampleCheck } from "./validate-sample.ts";

const schemas: JsonObject = {
  Node: {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#/components/schemas/Node" } } },
  },
  Chain: { type: "object", required: ["next"], properties: { next: { $ref: "#/components/schemas/Chain" } } },
  Ends: {
    type: "object",
    required: ["next"],
    properties: { next: { nullable: true, allOf: [{ $ref: "#/components/schemas/Ends" }] } },
  },
  Kind: { type: "string", enum: ["cat", "dog"] },
};
const document: JsonObject = { components: { schemas } };
const check = createSampleCheck(mapMembers(schemas, toMockSchema));

describe("sampleSchema", () => {
  test.each<[string, JsonObject, unknown]>([
    ["an example comes first", { type: "string", example: "x", enum: ["y", "x"] }, "x"],
    ["then a default", { type: "integer", default: 7 }, 7],
    ["then the first known value", { $ref: "#/components/schemas/Kind" }, "cat"],
    ["a date", { type: "string", format: "date-time" }, "2026-01-15T09:30:00Z"],
    ["an unknown format is a string", { type: "string", format: "colour" }, "string"],
    ["length is kept", { type: "string", minLength: 8, maxLength: 9 }, "stringgg"],
    ["a short length is kept", { type: "string", maxLength: 3 }, "str"],
    ["an integer above its minimum", { type: "integer", minimum: 5, exclusiveMinimum: true }, 6],
    ["a number below its maximum", { type: "number", maximum: 0 }, 0],
    ["a multiple", { type: "integer", minimum: 7, multipleOf: 5 }, 10],
    ["between close bounds", { type: "number", minimum: 0.25, maximum: 0.75 }, 0.5],
    ["an array of one", { type: "array", items: { type: "boolean" } }, [true]],
    ["an array as long as it must be", { type: "array", minItems: 2, items: { type: "integer" } }, [1, 1]],
    [
      "all of",
      {
        allOf: [
          { type: "object", properties: { a: { type: "integer" } } },
          { type: "object", properties: { b: { type: "boolean" } } },
        ],
      },
      { a: 1, b: true },
    ],
    ["the first of one", { oneOf: [{ $ref: "#/components/schemas/Chain" }, { type: "string" }] }, "string"],
    ["recursion ends at a list", { $ref: "#/components/schemas/Node" }, { name: "string", children: [] }],
    ["recursion ends at null", { $ref: "#/components/schemas/Ends" }, { next: null }],
    [
      "a required member that is not described",
      { type: "object", required: ["a"], additionalProperties: { type: "integer" } },
      { a: 1 },
    ],
    [
      "OpenAPI 3.1: a list of types",
      { type: ["string", "null"], format: "uuid" },
      "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    ],
    ["OpenAPI 3.1: a constant", { const: "x" }, "x"],
    ["OpenAPI 3.1: an exclusive bound", { type: "integer", exclusiveMinimum: 3 }, 4],
  ])("%s", (_, schema, expected) => {
    const sample = sampleSchema(document, schema);
    expect(sample).toEqual(expected);
    expect(sample === undefined ? "nothing was made" : check(sample, toMockSchema(schema))).toBeUndefined();
  });

  test("a pattern is followed", () => {
    const schema = { type: "string", pattern: "^[A-Z]{2}-\\d{3}$" };
    expect(check(sampleSchema(document, schema) ?? null, schema)).toBeUndefined();
  });

  test("what needs itself for ever cannot be made", () => {
    expect(sampleSchema(document, { $ref: "#/components/schemas/Chain" })).toBeUndefined();
  });

  test("a property called __proto__ is a property", () => {
    const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"integer"}}}') as JsonObject;
    expect(JSON.stringify(sampleSchema(document, schema))).toBe('{"__proto__":1}');
  });

  test("the check says what is wrong with a sample", () => {
    expect(check({ name: 1, children: [] }, { $ref: "#/components/schemas/Node" })).toBe("/name must be string");
    expect(check(null, { type: "string", nullable: true })).toBeUndefined();
    expect(check("2026", { type: "string", format: "date" })).toContain("format");
  });
});

describe("schemas that all refer to each other", () => {
  const names = Array.from({ length: 30 }, (_, index) => `Part${index}`);
  const properties = Object.fromEntries(
    names.map((name, index) => [`part${index}`, { $ref: `#/components/schemas/${name}` }]),
  );
  const withId = { id: { type: "integer" }, ...properties };
  const document = (required: string[]): JsonObject => ({
    components: {
      schemas: Object.fromEntries(names.map((name) => [name, { type: "object", required, properties: withId }])),
    },
  });

  test("are followed a little way", () => {
    const sample = sampleSchema(document(["id"]), { $ref: "#/components/schemas/Part0" });
    expect(sample).toMatchObject({ id: 1, part1: { id: 1 }, part29: { id: 1 } });
    expect(JSON.stringify(sample).length).toBeLessThan(100_000);
  });

  test("and require each other have none", () => {
    expect(sampleSchema(document(["id", "part1", "part2"]), { $ref: "#/components/schemas/Part0" })).toBeUndefined();
  });
});
