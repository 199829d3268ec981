import { describe, expect, test } from "vitest";
import { compileSources } from "./compile-sources.ts";
import { generateDocument } from "./generate-document.ts";

const int64 = { type: "integer", format: "int64" };
const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const pet = { $ref: "#/components/schemas/Pet" };

const document = {
  openapi: "3.0.3",
  info: { title: "t", version: "1" },
  paths: {
    "/owners/{owner}/pets": {
      post: {
        operationId: "movePets",
        parameters: [
          { name: "owner", in: "path", required: true, schema: int64 },
          { name: "after", in: "query", schema: { ...int64, default: 0 } },
        ],
        requestBody: json({
          type: "object",
          required: ["ids"],
          properties: { ids: { type: "array", items: int64 }, first: pet, until: { ...int64, nullable: true } },
        }),
        responses: {
          200: {
            description: "",
            ...json({
              allOf: [
                { type: "object", properties: { count: { type: "integer" } } },
                { type: "object", properties: { pets: { type: "array", items: pet } } },
              ],
            }),
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "age"],
        properties: {
          id: int64,
          age: { type: "integer", format: "int32" },
          weights: { type: "object", additionalProperties: { ...int64, nullable: true } },
        },
      },
    },
  },
};

const settings = { platform: "pets", exactIntegers: true };

async function sources(changes: object = {}): Promise<(name: string) => string> {
  const files = await generateDocument(document, { ...settings, ...changes });
  expect(compileSources(files)).toEqual([]);
  return (name) => (files.get(name) ?? "").replace(/\s+/g, " ");
}

describe("exactIntegers", () => {
  test("types what is answered as a string, and what is sent as that, a bigint or a number", async () => {
    const schema = (await sources())("schema.ts");
    expect(schema).toContain("id: string; /** Format: int32 */ age: number;");
    expect(schema).toContain("[key: string]: string | null;");
    expect(schema).toContain("ids: (string | bigint | number)[];");
    expect(schema).toContain("until?: (string | bigint | number) | null;");
    expect(schema).toContain("path: { owner: string | bigint | number; };");
  });

  test("tells the run time where they are", async () => {
    const read = await sources();
    const sent =
      '"/path/owner", "/query/after", "/body/ids/*", "/body/first/id", "/body/first/weights/*", "/body/until"';
    const answered = '"/pets/*/id", "/pets/*/weights/*"';
    for (const name of ["operations.ts", "path-traits.ts"]) {
      expect(read(name)).toContain(`integers: { sent: [${sent}], answered: [${answered}], }`);
    }
    expect(read("mock.ts")).toContain(`integers: [${answered}]`);
    expect(read("mock.ts")).toContain('integers: ["/ids/*", "/first/id", "/first/weights/*", "/until"]');
  });

  test("mocks hold strings of digits, and the published specification integers", async () => {
    const read = await sources();
    expect(read("mock.ts")).toContain('id: "9007199254740993"');
    expect(read("openapi.json")).toContain('"id": { "type": "integer", "format": "int64" }');
  });

  test("without it, int64 is a number as any other", async () => {
    const read = await sources({ exactIntegers: false });
    expect(read("schema.ts")).toContain("id: number;");
    expect(read("operations.ts")).not.toContain("integers");
  });

  test("an integer in a schema that holds itself is refused, because it has no fixed place", async () => {
    const node = {
      type: "object",
      properties: { id: int64, children: { type: "array", items: { $ref: "#/components/schemas/Node" } } },
    };
    const recursive = { ...document, components: { schemas: { ...document.components.schemas, Node: node } } };
    await expect(generateDocument(recursive, settings)).rejects.toThrow(
      /components\/schemas\/Node: Node has 64-bit integers and holds itself/,
    );
  });
});
