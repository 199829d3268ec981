import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateWorkspace } from "../src/generate-workspace.ts";
import { writeRepository } from "./write-repository.ts";

const names = ["schema.ts", "operations.ts", "mock.ts", "path-traits.ts", "codegen.ts", "openapi.json"];

describe("the files generated for a small specification", () => {
  // `vitest run <this file> -u` writes the golden files anew; read the difference before keeping it.
  test("are the golden files", { timeout: 60_000 }, async () => {
    const root = await writeRepository();
    await generateWorkspace({ root, platforms: ["pets"], check: false, report: () => {} });
    for (const name of names) {
      const text = await readFile(join(root, "packages/pets/src/generated", name), "utf8");
      const [stem = "", extension = ""] = name.split(".");
      await expect(text, name).toMatchFileSnapshot(`golden/pets-${stem}.golden.${extension}`);
    }
  });
});
