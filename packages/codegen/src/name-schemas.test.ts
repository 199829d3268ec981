import { expect, test } from "vitest";
import { emitSchema } from "./emit-schema.ts";
import type { JsonObject } from "./json-value.ts";

async function emit(schemas: JsonObject): Promise<string> {
  const source = await emitSchema({
    openapi: "3.0.3",
    info: { title: "Pets", version: "1" },
    paths: {},
    components: { schemas },
  });
  return source.slice(source.indexOf("export interface components"));
}

/** What the file says of the component `name`, in its place. */
function placeOf(name: string, source: string): string | undefined {
  return new RegExp(`^    "?${name}"?: (.*)$`, "m").exec(source)?.[1];
}

const id = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };

test("an object is declared by its name, with its comment, and referred to where it stood", async () => {
  const owner = { $ref: "#/components/schemas/Owner" };
  const Pet = { type: "object", description: "Somebody's pet.", properties: { owner, age: { type: "integer" } } };
  const source = await emit({ Pet, Owner: id });
  expect(source).toContain("  schemas: {\n    Pet: Pet;\n    Owner: Owner;\n  };");
  expect(source).toContain(`/** @description Somebody's pet. */
export type Pet = {
  owner?: components["schemas"]["Owner"];
  age?: number;
};
export type Owner = {
  id: number;
};
`);
});

test("objects in one are an object", async () => {
  const barks = { type: "object", properties: { barks: { type: "boolean" } } };
  const source = await emit({ Pet: id, Dog: { allOf: [{ $ref: "#/components/schemas/Pet" }, barks] } });
  expect(placeOf("Dog", source)).toBe("Dog;");
  expect(source).toContain(`export type Dog = components["schemas"]["Pet"] & {\n  barks?: boolean;\n};`);
});

test.each([
  ["an enumeration", "Kind", { type: "string", enum: ["cat", "dog"] }, `"cat" | "dog";`],
  ["a text", "Name", { type: "string" }, "string;"],
  ["a list", "Ids", { type: "array", items: { type: "integer" } }, "number[];"],
  ["a name that the file uses for bytes", "Blob", id, "{"],
  ["a name that the file uses for tables", "Record", id, "{"],
  ["a name that is none", "pet-shop", id, "{"],
])("%s keeps its place", async (_, name, schema, place) => {
  const source = await emit({ [name]: schema });
  expect(placeOf(name, source)).toBe(place);
  expect(source).not.toContain(`export type ${name} `);
});

test("without schemas there is nothing to name", async () => {
  expect(await emit({})).toContain("  schemas: never;\n");
});
