import { describe, expect, test } from "vitest";
import { propertySchema, schemaAt } from "./schema-walk.ts";

const name = { type: "string" };
const document = { components: { schemas: { Owner: { type: "object", properties: { name } } } } };
const owner = { $ref: "#/components/schemas/Owner" };

describe("propertySchema", () => {
  test.each(["allOf", "oneOf", "anyOf"])("finds a member through %s", (kind) => {
    const item = { type: "object", properties: { owner: { [kind]: [{ enum: [null] }, owner] } } };
    expect(propertySchema(document, item.properties.owner, "name")).toBe(name);
    expect(schemaAt(document, item, ["owner", "name"])).toBe(name);
  });

  test("finds nothing where no part declares it", () => {
    expect(propertySchema(document, { anyOf: [owner] }, "age")).toBeUndefined();
  });
});
