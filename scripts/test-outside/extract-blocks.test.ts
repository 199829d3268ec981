import { describe, expect, test } from "vitest";
import { extractBlocks } from "./extract-blocks.ts";

describe("extractBlocks", () => {
  test("takes code and its first line, and leaves shell and JSON alone", () => {
    const text = [
      "# Title",
      "```sh",
      "npm install",
      "```",
      "```ts",
      "const a = 1;",
      "a;",
      "```",
      "```json",
      "{}",
      "```",
    ];
    expect(extractBlocks("README.md", text.join("\n"))).toEqual([
      { document: "README.md", line: 6, code: "const a = 1;\na;" },
    ]);
  });

  test("keeps a fence inside a longer fence as text", () => {
    const text = ["````md", "```ts", "no code;", "```", "````", "```ts", "code;", "```"].join("\n");
    expect(extractBlocks("a.md", text).map(({ code }) => code)).toEqual(["code;"]);
  });

  test("takes the indent of a list off", () => {
    expect(extractBlocks("a.md", "- item\n  ```ts\n  if (a) {\n    b();\n  }\n  ```\n")[0]?.code).toBe(
      "if (a) {\n  b();\n}",
    );
  });

  test("takes a block that is never closed to the end", () => {
    expect(extractBlocks("a.md", "```ts\ncode;")[0]?.code).toBe("code;");
  });
});
