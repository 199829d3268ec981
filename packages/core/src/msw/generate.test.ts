import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openapiValidator } from "../../test/openapi-validator.ts";
import { generate } from "./generate.ts";
import type { MockSchema } from "./mock-data.ts";
import { createRandom } from "./random.ts";
import { validate } from "./validate.ts";

const schemas: Readonly<Record<string, MockSchema>> = {
  Node: {
    type: "object",
    required: ["id", "parent"],
    properties: {
      id: { type: "integer" },
      parent: { allOf: [{ $ref: "#/components/schemas/Node" }], nullable: true },
      child: { $ref: "#/components/schemas/Node" },
      children: { type: "array", items: { $ref: "#/components/schemas/Node" } },
      either: { oneOf: [{ $ref: "#/components/schemas/Node" }, { type: "string" }] },
    },
  },
  Pet: {
    type: "object",
    required: ["_id", "name", "secret"],
    properties: {
      _id: { type: "string" },
      name: { type: "string" },
      secret: { type: "string" },
      password: { type: "string", writeOnly: true },
      born: { type: "string", format: "date" },
      tags: { type: "array", items: { type: "object", required: ["key"], properties: { key: { type: "string" } } } },
    },
  },
};

const shapes: Readonly<Record<string, MockSchema>> = {
  component: { $ref: "#/components/schemas/Pet" },
  recursive: { $ref: "#/components/schemas/Node" },
  "bounded integer": { type: "integer", minimum: 5, maximum: 7 },
  "exclusive integer": { type: "integer", minimum: 5, maximum: 7, exclusiveMinimum: true, exclusiveMaximum: true },
  fraction: { type: "number", minimum: 0.25, maximum: 0.75 },
  multiple: { type: "number", multipleOf: 7, minimum: 1 },
  negative: { type: "integer", maximum: -5 },
  lengths: { type: "string", minLength: 12, maxLength: 13 },
  "short text": { type: "string", maxLength: 2 },
  "open enumeration": { anyOf: [{ type: "string", enum: ["a", "b"] }, { type: "string" }] },
  "closed enumeration": { type: "string", enum: ["a", "b"] },
  "one of": { oneOf: [{ type: "integer" }, { type: "number", minimum: 0 }, { type: "string" }] },
  "all of": {
    allOf: [{ $ref: "#/components/schemas/Pet" }, { type: "object", required: ["x"], properties: { x: {} } }],
  },
  items: { type: "array", items: { type: "integer" }, minItems: 3, maxItems: 3 },
  ...Object.fromEntries(
    ["date-time", "date", "email", "uuid", "uri", "ipv4", "hostname"].map((format) => [
      format,
      { type: "string", format },
    ]),
  ),
};

const context = (seed: unknown): Parameters<typeof generate>[1] => ({
  random: createRandom(String(seed)),
  schemas,
  samples: {},
});

describe("generate", () => {
  test.each(Object.entries(shapes))("what is made is valid: %s", (_name, schema) => {
    const reference = openapiValidator(schema, schemas);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const made = generate(schema, context(seed));
        expect(reference(made), JSON.stringify({ made, errors: reference.errors })).toBe(true);
      }),
    );
  });

  test("the same key gives the same bytes, another key others", () => {
    const pet = (seed: number): string => JSON.stringify(generate({ $ref: "#/components/schemas/Pet" }, context(seed)));
    expect(pet(1)).toBe(pet(1));
    expect(pet(1)).not.toBe(pet(2));
  });

  test("a property added to the schema leaves the others as they were", () => {
    const before = generate({ type: "object", properties: { name: { type: "string" } } }, context(1));
    const properties: Record<string, MockSchema> = { added: { type: "string" }, name: { type: "string" } };
    expect(generate({ type: "object", properties }, context(1))).toMatchObject({ ...Object(before) });
  });

  test("what is given is kept, and completed at every depth", () => {
    const made = generate(
      { $ref: "#/components/schemas/Pet" },
      { ...context(1), given: { name: "cats", tags: [{ extra: 1 }, { key: "k" }] } },
    );
    expect(made).toMatchObject({ name: "cats", tags: [{ extra: 1, key: expect.any(String) }, { key: "k" }] });
    expect(validate({ $ref: "#/components/schemas/Pet" }, made, schemas)).toEqual([]);
  });

  test("a value given null is null, and one given as __proto__ is a member", () => {
    const given: unknown = JSON.parse('{"name":null,"__proto__":{"polluted":true}}');
    const made = generate({ $ref: "#/components/schemas/Pet" }, { ...context(1), given });
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    expect(Object.hasOwn(made as object, "__proto__")).toBe(true);
  });

  test("what is only ever sent is not answered", () => {
    expect(generate({ $ref: "#/components/schemas/Pet" }, context(1))).not.toHaveProperty("password");
  });

  test("a pattern is answered from the sample", () => {
    const sample = { code: "AB-12" };
    const schema: MockSchema = {
      type: "object",
      properties: { code: { type: "string", pattern: "^[A-Z]{2}-\\d{2}$" } },
    };
    expect(generate(schema, { ...context(1), sample })).toEqual(sample);
  });

  test("a platform's value is taken where it is valid, and not where it is not", () => {
    const values = ({ name }: { name: string }): unknown =>
      name === "a" ? "known" : name === "b" ? "wrong" : undefined;
    const schema: MockSchema = { type: "object", properties: { a: { type: "string" }, b: { type: "integer" } } };
    expect(generate(schema, { ...context(1), values })).toEqual({ a: "known", b: expect.any(Number) });
  });
});
