import { expect, test } from "vitest";
import { checkFileNames } from "./file-names.ts";
import { repositoryOf } from "./testing.ts";

test.each([
  ["packages/core/src/createClient.ts", "is not in kebab-case"],
  ["packages/core/src/utils.ts", '"utils" says nothing'],
  ["scripts/helpers.ts", '"helpers" says nothing'],
  ["packages/core/src/errors/index.ts", "is a barrel"],
])("%s is found", (file, problem) => {
  expect(checkFileNames(repositoryOf({ [file]: "" }))).toEqual([expect.objectContaining({ file, problem })]);
});

test.each([
  "packages/core/src/index.ts",
  "packages/core/src/msw/index.ts",
  "packages/core/src/node-files.node.ts",
  "packages/core/src/retry-delay.test.ts",
  "packages/codegen/test/small.golden.ts",
  "packages/acme/src/farm/index.ts",
  "packages/acme/src/farm/msw/index.ts",
  "README.md",
])("%s passes", (file) => {
  expect(checkFileNames(repositoryOf({ [file]: "", "specs/acme/farm/openapi.yaml": "" }))).toEqual([]);
});
