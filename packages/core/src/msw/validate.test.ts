import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openapiValidator } from "../../test/openapi-validator.ts";
import type { MockSchema } from "./mock-data.ts";
import { validate } from "./validate.ts";

const schemas: Readonly<Record<string, MockSchema>> = {
  Pet: {
    type: "object",
    required: ["id", "name"],
    properties: {
      id: { type: "integer", minimum: 1 },
      name: { type: "string", minLength: 1, maxLength: 5 },
      kind: { type: "string", enum: ["cat", "dog"], nullable: true },
      friends: { type: "array", items: { $ref: "#/components/schemas/Pet" }, maxItems: 2, uniqueItems: true },
    },
    additionalProperties: false,
  },
};

const scalar = fc.oneof(
  fc.string(),
  fc.integer({ min: -20, max: 20 }),
  // ajv loses its way in multiples of numbers beyond 1e21.
  fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom("cat", "dog", "a", "aa", "abc"),
);
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("id", "name", "kind", "friends", "extra"), tie("value"), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
})).value;

const cases: Readonly<Record<string, MockSchema>> = {
  anything: {},
  string: { type: "string", minLength: 2, maxLength: 3 },
  pattern: { type: "string", pattern: "^a+$" },
  "nullable enumeration": { type: "string", enum: ["cat", "dog"], nullable: true },
  integer: { type: "integer", minimum: -3, maximum: 4, exclusiveMinimum: true },
  number: { type: "number", maximum: 4, exclusiveMaximum: true, multipleOf: 2 },
  boolean: { type: "boolean" },
  array: { type: "array", items: { type: "integer" }, minItems: 1, maxItems: 3, uniqueItems: true },
  map: { type: "object", additionalProperties: { type: "string" }, minProperties: 1, maxProperties: 2 },
  component: { $ref: "#/components/schemas/Pet" },
  "all of": { allOf: [{ type: "object", required: ["id"] }, { properties: { name: { type: "string" } } }] },
  "any of": { anyOf: [{ type: "string", maxLength: 1 }, { type: "integer" }] },
  "one of": { oneOf: [{ type: "integer" }, { type: "number", minimum: 0 }] },
  not: { not: { type: "string" } },
};

describe("validate", () => {
  test.each(Object.entries(cases))("accepts and refuses what ajv does: %s", (_name, schema) => {
    const reference = openapiValidator(schema, schemas);
    fc.assert(
      fc.property(value, (candidate) => {
        expect(validate(schema, candidate, schemas).length === 0).toBe(reference(candidate));
      }),
      { numRuns: 400 },
    );
  });

  test("accepts and refuses what ajv does: pets, right and nearly right", () => {
    const schema: MockSchema = { $ref: "#/components/schemas/Pet" };
    const reference = openapiValidator(schema, schemas);
    const pet = fc.record(
      {
        id: fc.constantFrom(1, 7, 0, "1"),
        name: fc.constantFrom("cats", "longer", "", "\u{1F431}\u{1F431}\u{1F431}", null),
        kind: fc.constantFrom("cat", "cow", null),
        friends: fc.array(
          fc.record({ id: fc.constantFrom(1, 2, -1), name: fc.constant("b") }, { noNullPrototype: true }),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [], noNullPrototype: true },
    );
    fc.assert(
      fc.property(pet, (candidate) => {
        expect(validate(schema, candidate, schemas).length === 0).toBe(reference(candidate));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["date-time", ["2025-02-28T23:59:59Z", "2025-02-29T00:00:00Z", "2024-02-29T00:00:00.123+01:30", "2025-01-01"]],
    ["date", ["2025-12-31", "2025-13-01", "2025-1-1", "x"]],
    ["email", ["a@example.com", "a@b", "a b@example.com", "@example.com", "a.b+c@x-y.example"]],
    ["uuid", ["3f2504e0-4f89-41d3-9a0c-0305e82c3301", "3f2504e0-4f89-41d3-9a0c"]],
    ["ipv4", ["192.0.2.1", "256.0.0.1", "1.2.3"]],
    ["uri", ["https://example.com/a?b#c", "/relative", "not a uri"]],
    ["unheard-of", ["anything"]],
  ])("knows the format %s as ajv does", (format, texts) => {
    const reference = openapiValidator({ type: "string", format }, {});
    for (const text of texts) {
      expect([text, validate({ type: "string", format }, text, {}).length === 0]).toEqual([text, reference(text)]);
    }
  });

  test("names the place and what must hold there", () => {
    const issues = validate(
      { $ref: "#/components/schemas/Pet" },
      { name: "", friends: [{ id: 0 }], "a/b": 1 },
      schemas,
    );
    expect(issues).toEqual([
      { pointer: "/id", message: "must be present" },
      { pointer: "/name", message: "must have at least 1 characters" },
      { pointer: "/friends/0/name", message: "must be present" },
      { pointer: "/friends/0/id", message: "must be at least 1" },
      { pointer: "/a~1b", message: "must be absent: no such property" },
    ]);
  });

  test("what objects inherit is not theirs", () => {
    const schema: MockSchema = { type: "object", required: ["constructor"], properties: { name: {} } };
    expect(validate(schema, {}, {})).toHaveLength(1);
    expect(validate({ type: "object", additionalProperties: false }, JSON.parse('{"__proto__":1}'), {})).toHaveLength(
      1,
    );
  });

  test("a Blob is a binary string", () => {
    expect(validate({ type: "string", format: "binary" }, new Blob(["x"]), {})).toEqual([]);
  });
});
