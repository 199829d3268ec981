import { expect, test } from "vitest";
import { checkExportsMap } from "./exports-map.ts";
import { manifestOf, packageOf, repositoryOf } from "./testing.ts";

const root = { "@labelwire/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" };
const own = "./package.json";

function problemsOf(exports: unknown, extra: Readonly<Record<string, string>> = {}): readonly string[] {
  const files = packageOf("acme", manifestOf("acme", { exports }));
  return checkExportsMap(repositoryOf({ ...files, ...extra })).map(({ problem }) => problem);
}

test("the common form passes", () => {
  expect(problemsOf({ ".": root, "./package.json": own })).toEqual([]);
});

test("a missing entry is found", () => {
  expect(problemsOf({ ".": root })).toEqual(['"exports" has no "./package.json"']);
});

test("an opened folder is found", () => {
  expect(problemsOf({ ".": root, "./package.json": own, "./*": "./dist/*" })).toEqual(['"exports" opens "./*"']);
});

test.each([
  [
    "default before types",
    { "@labelwire/source": root["@labelwire/source"], default: root.default, types: root.types },
  ],
  [
    "types before the source condition",
    { types: root.types, "@labelwire/source": root["@labelwire/source"], default: root.default },
  ],
  ["no types", { "@labelwire/source": root["@labelwire/source"], default: root.default }],
  ["types of another module", { ...root, types: "./dist/client.d.ts" }],
  ["a require condition", { ...root, require: "./dist/index.cjs" }],
])("%s is found", (_case, entry) => {
  expect(problemsOf({ ".": entry, "./package.json": own })).toEqual([
    '"exports" entry "." is not in the common form or order',
  ]);
});

test("an entry without its source is found", () => {
  const msw = {
    "@labelwire/source": "./src/msw/index.ts",
    types: "./dist/msw/index.d.ts",
    default: "./dist/msw/index.js",
  };
  const exports = { ".": root, "./msw": msw, "./package.json": own };
  expect(problemsOf(exports)).toEqual(['entry "./msw" points at ./src/msw/index.ts, which does not exist']);
  expect(problemsOf(exports, { "packages/acme/src/msw/index.ts": "" })).toEqual([]);
});

test("a package with a spec needs the entries of a platform", () => {
  const problems = problemsOf({ ".": root, "./package.json": own }, { "specs/acme/openapi.yaml": "" });
  expect(problems).toEqual(
    ["./operations", "./msw", "./schema", "./codegen", "./openapi.json"].map((entry) => `"exports" has no "${entry}"`),
  );
});

test("an import without its source is found", () => {
  const imports = { "#disk": { node: { "@labelwire/source": "./src/disk.node.ts", default: "./dist/disk.node.js" } } };
  const files = packageOf("acme", manifestOf("acme", { imports }));
  expect(checkExportsMap(repositoryOf(files)).map(({ problem }) => problem)).toEqual([
    'entry "#disk" points at ./src/disk.node.ts, which does not exist',
  ]);
  expect(checkExportsMap(repositoryOf({ ...files, "packages/acme/src/disk.node.ts": "" }))).toEqual([]);
});

test("a platform has every entry of its client, and of each part", () => {
  const missing = problemsOf(
    { ".": root, "./package.json": own },
    { "specs/acme/openapi.yaml": "", "specs/acme/farm/openapi.yaml": "" },
  );
  const entries = ["operations", "msw", "schema", "codegen", "openapi.json"];
  expect(missing).toEqual(
    ["./farm", ...entries.map((entry) => `./${entry}`), ...entries.map((entry) => `./farm/${entry}`)].map(
      (entry) => `"exports" has no "${entry}"`,
    ),
  );
});
