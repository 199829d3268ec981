import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../scripts/testing/cpu-ms.ts";
import { generateDocument } from "./generate-document.ts";

/** Forty schemas, each of which refers to all of them: more ways lead through them than could be walked. */
function denseDocument(id: object): object {
  const names = Array.from({ length: 40 }, (_, index) => `Part${index}`);
  const references = names.map((name) => [name.toLowerCase(), { $ref: `#/components/schemas/${name}` }]);
  const schema = {
    type: "object",
    required: ["id"],
    properties: { id, ...(Object.fromEntries(references) as object) },
  };
  const part = { content: { "application/json": { schema: { $ref: "#/components/schemas/Part0" } } } };
  return {
    openapi: "3.0.3",
    info: { title: "t", version: "1" },
    paths: {
      "/a": { post: { operationId: "act", requestBody: part, responses: { 200: { description: "", ...part } } } },
    },
    components: { schemas: Object.fromEntries(names.map((name) => [name, schema])) },
  };
}

describe("schemas that all refer to each other", { timeout: 60_000 }, () => {
  test.each([true, false])("are generated in seconds, with exactIntegers %s", async (exactIntegers) => {
    const work = async (): Promise<void> => {
      const files = await generateDocument(denseDocument({ type: "integer" }), { platform: "pets", exactIntegers });
      expect(files.get("mock.ts")?.length).toBeLessThan(20_000_000);
    };
    expect(await cpuMs(work)).toBeLessThan(30_000);
  });

  test("are refused where they hold 64-bit integers that would have no fixed place", async () => {
    const document = denseDocument({ type: "integer", format: "int64" });
    await expect(generateDocument(document, { platform: "pets", exactIntegers: true })).rejects.toThrow(
      "Part0 has 64-bit integers and holds itself",
    );
  });
});
