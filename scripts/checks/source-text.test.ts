import { expect, test } from "vitest";
import { checkSourceText } from "./source-text.ts";
import { repositoryOf } from "./testing.ts";

test.each([
  ["// TODO: later", "leaves a note for later"],
  ["describe.only('x', () => {})", "does not run all of its tests"],
  ["test.skip('x', () => {})", "does not run all of its tests"],
  ["test.concurrent.todo('x')", "does not run all of its tests"],
  ["describe.skipIf(isOld)('x', () => {})", "does not run all of its tests"],
  ["// @ts-ignore", "switches type checking off"],
  ['const root = "/home/someone/labelwire";', "holds an absolute path of one machine"],
])("%s is found", (line, problem) => {
  const files = { "packages/core/src/retry.ts": `export {};\n\n${line}\n` };
  expect(checkSourceText(repositoryOf(files))).toEqual([
    expect.objectContaining({ file: "packages/core/src/retry.ts", problem: `line 3 ${problem}` }),
  ]);
});

test("code that only looks alike passes", () => {
  const files = {
    "packages/core/src/retry.ts":
      'const path = "api/work/items"; // @ts-expect-error: a wrong path\nskip.only(todo);\nconst stage = "TODO"; // not `@ts-ignore`',
    "packages/acme/src/generated/schema.ts": "// TODO by the platform",
  };
  expect(checkSourceText(repositoryOf(files))).toEqual([]);
});
