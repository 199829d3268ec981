import { describe, expect, test } from "vitest";
import { propertySchema, requiresProperty, schemaAt } from "./schema-walk.ts";

const name = { type: "string" };
const document = { components: { schemas: { Owner: { type: "object", properties: { name } } } } };
const owner = { $ref: "#/components/schemas/Owner" };

describe("propertySchema", () => {
  test.each(["allOf", "oneOf", "anyOf"])("finds a member through %s", (kind) => {
    const item = { type: "object", properties: { owner: { [kind]: [{ enum: [null] }, owner] } } };
    expect(propertySchema(document, item.properties.owner, "name")).toBe(name);
    expect(schemaAt(document, item, ["owner", "name"])).toBe(name);
  });

  test("ends where a part leads back to the whole, or to the same part in many ways", () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => {
        const next = { $ref: `#/components/schemas/Part${(index + 1) % 40}` };
        return [`Part${index}`, { allOf: [next, next] }];
      }),
    );
    const part = { $ref: "#/components/schemas/Part0" };
    expect(propertySchema({ components: { schemas } }, part, "age")).toBeUndefined();
    expect(requiresProperty({ components: { schemas } }, part, "age")).toBe(false);
  });

  test("finds nothing where no part declares it", () => {
    expect(propertySchema(document, { anyOf: [owner] }, "age")).toBeUndefined();
  });
});
