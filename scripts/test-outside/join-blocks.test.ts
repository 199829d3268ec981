import { describe, expect, test } from "vitest";
import { joinBlocks } from "./join-blocks.ts";

const block = (line: number, code: string, document = "README.md") => ({ document, line, code });

describe("joinBlocks", () => {
  test("takes a name from the last block before that declares it, else from the prelude", () => {
    const blocks = [
      block(3, "const client = 1;"),
      block(9, "const client = 2;"),
      block(15, "use(client, taskId, missing);"),
    ];
    const modules = joinBlocks(blocks, "export const taskId = 7; export const client = 0;");
    expect(modules.map(({ file }) => file)).toEqual(["readme-3.ts", "readme-9.ts", "readme-15.ts"]);
    expect(modules[2]?.text).toBe(
      'import { client } from "./readme-9.ts"; import { taskId } from "./prelude.ts"; use(client, taskId, missing);\nexport {  };\n',
    );
  });

  test("carries nothing from one document to the next", () => {
    const modules = joinBlocks([block(3, "const client = 1;"), block(3, "use(client);", "docs/other.md")], "");
    expect(modules[1]?.text).toBe("use(client);\nexport {  };\n");
    expect(modules[1]?.file).toBe("docs-other-3.ts");
  });

  test("exports for later blocks, and keeps the lines where they are", () => {
    const [module] = joinBlocks([block(3, "export const a = 1;\nconst b = 2;\nfail(a, b);")], "");
    expect(module?.text.split("\n")[2]).toBe("fail(a, b);");
    expect(module?.text).toContain("export { b };");
  });
});
