import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import { findBoundaryBreach } from "./import-boundaries.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("findBoundaryBreach", () => {
  test.each([
    ["packages/acme/src/client.ts", "../../core/src/retry.ts", "by a relative path"],
    ["examples/tour/src/main.ts", "../../../packages/core/src/retry.ts", "by a relative path"],
    ["packages/acme/src/generated/operations.ts", "../platform.ts", "Generated code imports ../platform.ts"],
    ["packages/acme/src/generated/operations.ts", "openapi-fetch", "Generated code imports openapi-fetch"],
    ["packages/acme/src/client.ts", "msw", "msw is optional"],
    ["packages/acme/src/client.ts", "msw/node", "msw is optional"],
    ["packages/acme/src/client.ts", "@labelwire/core/msw", "msw is optional"],
    ["packages/acme/src/client.ts", "./msw/index.ts", "msw is optional"],
    ["packages/acme/src/client.ts", "./generated/mock.ts", "msw is optional"],
    ["packages/acme/src/farm/client.ts", "../msw/index.ts", "msw is optional"],
    ["packages/acme/src/client.ts", "./farm/generated/mock.ts", "msw is optional"],
    ["packages/acme/src/farm/generated/operations.ts", "../platform.ts", "Generated code imports ../platform.ts"],
    ["packages/core/src/index.ts", "./msw/engine.ts", "msw is optional"],
    ["packages/core/src/retry.ts", "node:fs", "the Node built-in node:fs"],
    ["packages/core/src/retry.ts", "fs/promises", "the Node built-in fs/promises"],
    ["packages/core/src/download.ts", "./node-files.node.ts", "needs Node"],
    ["packages/acme/src/client.ts", "@labelwire/pets", "What two packages share"],
    ["packages/acme/test/client.test.ts", "@labelwire/pets", "What two packages share"],
    ["packages/acme/src/client.ts", "@labelwire/codegen", "What two packages share"],
    ["packages/core/src/retry.ts", "@labelwire/acme", "no package of this workspace"],
    ["packages/codegen/src/cli.ts", "@labelwire/core", "no package of this workspace"],
    ["packages/core/src/create-client.ts", "openapi-fetch", "stays behind packages/core/src/run-middleware.ts"],
  ])("%s must not import %s", (file, specifier, reason) => {
    expect(findBoundaryBreach({ file, specifier })).toContain(reason);
  });

  test.each([
    ["packages/acme/src/client.ts", "@labelwire/core"],
    ["packages/acme/src/client.ts", "./platform.ts"],
    ["packages/acme/src/generated/operations.ts", "./schema.ts"],
    ["packages/acme/src/generated/mock.ts", "@labelwire/core/msw"],
    ["packages/acme/src/msw/index.ts", "msw"],
    ["packages/acme/src/msw/index.ts", "../generated/mock.ts"],
    ["packages/acme/src/farm/msw/index.ts", "../generated/mock.ts"],
    ["packages/acme/src/farm/msw/index.ts", "../../msw/values.ts"],
    ["packages/acme/test/client.test.ts", "@labelwire/acme/msw"],
    ["packages/acme/test/client.test.ts", "node:http"],
    ["packages/core/src/retry.test.ts", "node:http"],
    ["packages/core/src/node-files.node.ts", "node:fs/promises"],
    ["packages/core/src/download.ts", "#node-files"],
    ["packages/core/src/run-middleware.ts", "openapi-fetch"],
    ["packages/codegen/src/load-spec.ts", "node:fs"],
    ["scripts/check.ts", "node:fs"],
  ])("%s may import %s", (file, specifier) => {
    expect(findBoundaryBreach({ file, specifier })).toBeUndefined();
  });
});

/** The messages of our own rules for a snippet; rules that need type information are left out, as the file need not exist. */
async function lint(file: string, code: string): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: [
      {
        files: ["**/*.ts"],
        languageOptions: { parserOptions: { projectService: false, project: false } },
      },
    ],
    ruleFilter: ({ ruleId }) => !ruleId.startsWith("@typescript-eslint/"),
  });
  const [result] = await eslint.lintText(code, { filePath: `${root}${file}` });
  return result?.messages.map(({ ruleId, message }) => `${ruleId ?? "fatal"}: ${message}`) ?? [];
}

describe("the configuration", () => {
  test.each([
    ["packages/core/src/retry.ts", 'import "msw";', "labelwire/boundaries"],
    ["packages/core/src/retry.ts", 'export { http } from "msw";', "labelwire/boundaries"],
    ["packages/core/src/retry.ts", 'export * from "msw";', "labelwire/boundaries"],
    ["packages/core/src/retry.ts", 'await import("msw");', "labelwire/boundaries"],
    ["packages/core/src/retry.ts", 'export type Handler = import("msw").HttpHandler;', "labelwire/boundaries"],
    ["packages/core/src/retry.ts", 'import type { HttpHandler } from "msw";', "labelwire/boundaries"],
    ["packages/core/src/generated/operations.ts", 'import "../retry.ts";', "labelwire/boundaries"],
    ["packages/core/src/index.ts", 'export * from "./generated/schema.ts";', "no-restricted-syntax"],
    ["packages/core/src/retry.ts", "export const debug = globalThis.process;", "labelwire/no-module-scope-process"],
    ["packages/core/src/retry.ts", 'export const debug = globalThis["process"];', "labelwire/no-module-scope-process"],
    ["packages/core/src/retry.ts", "export const read = () => process.env;", "no-restricted-globals"],
    ["packages/core/src/retry.ts", 'export const bytes = Buffer.from("x");', "no-restricted-globals"],
    ["packages/core/src/retry.ts", 'console.log("x");', "no-console"],
  ])("in %s refuses %s", async (file, code, rule) => {
    expect(await lint(file, code)).toEqual([expect.stringContaining(`${rule}: `)]);
  });

  test.each([
    ["packages/core/src/retry.ts", "export const read = () => globalThis.process;"],
    ["packages/core/src/retry.ts", 'import { sleep } from "./sleep.ts"; export const wait = () => sleep(1);'],
    ["packages/core/src/node-files.node.ts", 'import "node:fs"; export const home = process.cwd();'],
    ["packages/core/src/index.ts", 'export { sleep } from "./sleep.ts";'],
    ["scripts/check.ts", 'console.log("x");'],
  ])("in %s allows %s", async (file, code) => {
    expect(await lint(file, code)).toEqual([]);
  });
});
