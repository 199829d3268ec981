import { expect, test } from "vitest";
import { checkCoreFiles } from "./core-files.ts";
import { repositoryOf } from "./testing.ts";

const names = ["auth", "scope", "paginate", "page-strategies", "retry", "retry-delay", "errors"];
const files = Object.fromEntries(names.map((name) => [`packages/core/src/${name}.ts`, "export {};\n"]));

test("all of the files, short, pass", () => {
  expect(checkCoreFiles(repositoryOf(files))).toEqual([]);
});

test.each(names)("a missing %s.ts is found", (name) => {
  const file = `packages/core/src/${name}.ts`;
  const { [file]: _removed, ...rest } = files;
  expect(checkCoreFiles(repositoryOf(rest))).toEqual([expect.objectContaining({ file, problem: "is missing" })]);
});

test("200 lines pass and 201 are found", () => {
  const file = "packages/core/src/retry.ts";
  expect(checkCoreFiles(repositoryOf({ ...files, [file]: "x\n".repeat(200) }))).toEqual([]);
  expect(checkCoreFiles(repositoryOf({ ...files, [file]: "x\n".repeat(201) }))).toEqual([
    expect.objectContaining({ file, problem: "has 201 lines, more than 200" }),
  ]);
});
