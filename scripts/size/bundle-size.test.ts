import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { bundleSize } from "./bundle-size.ts";

const resolveIn = fileURLToPath(new URL(".", import.meta.url));

test("the size is that of the minified bundle", async () => {
  const size = await bundleSize({ code: "export const answer: number = 40 + 2; // and why", resolveIn });
  expect(size.minified).toBe("var e=42;export{e as answer};\n".length);
  expect(size.gzip).toBeGreaterThan(20);
});

test("a Node built-in does not fit into a browser", async () => {
  const code = 'export { readFileSync } from "node:fs";';
  await expect(bundleSize({ code, resolveIn })).rejects.toThrow('Could not resolve "node:fs"');
});
