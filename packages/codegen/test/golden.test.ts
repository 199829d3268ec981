import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateWorkspace } from "../src/generate-workspace.ts";
import { writeRepository } from "./write-repository.ts";

const names = ["schema.ts", "operations.ts", "mock.ts", "path-traits.ts", "codegen.ts", "openapi.json"];

describe("the files generated for a small specification", () => {
  // `vitest -u` writes the golden files anew; read the difference before keeping it.
  test.each(names)("%s is the golden file", async (name) => {
    const root = await writeRepository();
    await generateWorkspace({ root, platforms: ["pets"], check: false, report: () => {} });
    const text = await readFile(join(root, "packages/pets/src/generated", name), "utf8");
    const [stem = "", extension = ""] = name.split(".");
    await expect(text).toMatchFileSnapshot(`golden/pets-${stem}.golden.${extension}`);
  });
});
