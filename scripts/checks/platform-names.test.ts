import { expect, test } from "vitest";
import { checkPlatformNames } from "./platform-names.ts";
import { repositoryOf } from "./testing.ts";

const spec = { "specs/blue-sky/openapi.yaml": "" };

test.each(["blue-sky", "BlueSky", "blueSky", "blue_sky", "Blue Sky", "BLUE_SKY", "createBlueSkyClient"])(
  "%s is found in what serves every platform",
  (name) => {
    for (const file of [
      "packages/core/src/retry.ts",
      "packages/codegen/src/cli.test.ts",
      "scripts/check.ts",
      "turbo.json",
    ]) {
      expect(checkPlatformNames(repositoryOf({ ...spec, [file]: `const one = 1;\n// ${name}\n` }))).toEqual([
        expect.objectContaining({ file, problem: "line 2 names a platform, blue-sky" }),
      ]);
    }
  },
);

test("a file named after a platform is found", () => {
  expect(checkPlatformNames(repositoryOf({ ...spec, "scripts/blue-sky.ts": "" }))).toEqual([
    expect.objectContaining({ problem: "its name names a platform, blue-sky" }),
  ]);
});

test.each(["packages/blue-sky/src/client.ts", "README.md", "CONTRIBUTING.md", "pnpm-lock.yaml", "docs/list.md"])(
  "%s may name one",
  (file) => {
    expect(checkPlatformNames(repositoryOf({ ...spec, [file]: "blue-sky" }))).toEqual([]);
  },
);
