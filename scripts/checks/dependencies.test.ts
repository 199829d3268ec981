import { expect, test } from "vitest";
import { checkDependencies } from "./dependencies.ts";
import { manifestOf, packageOf, repositoryOf } from "./testing.ts";

function problemsOf(name: string, changes: Readonly<Record<string, unknown>>): readonly string[] {
  const files = { ...packageOf(name, manifestOf(name, changes)), "specs/acme/openapi.yaml": "" };
  return checkDependencies(repositoryOf(files)).map(({ problem }) => problem);
}

test("a platform that depends on the core passes", () => {
  expect(problemsOf("acme", { dependencies: { "@labelwire/core": "workspace:^", "tiny-hash": "1.0.0" } })).toEqual([]);
});

test.each(["workspace:*", "^1.0.0"])("the core as %s is found", (range) => {
  expect(problemsOf("acme", { dependencies: { "@labelwire/core": range } })).toEqual([
    `depends on @labelwire/core as "${range}"`,
  ]);
});

test("a platform that depends on another package of ours is found", () => {
  const dependencies = { "@labelwire/core": "workspace:^", "@labelwire/pets": "workspace:^" };
  expect(problemsOf("acme", { dependencies })).toEqual(["depends on @labelwire/core, @labelwire/pets"]);
  expect(problemsOf("acme", {})).toEqual(["depends on no package of ours"]);
});

test("a third dependency of the core is found", () => {
  const dependencies = { "openapi-fetch": "^0.17.0", "openapi-typescript-helpers": "^0.1.0", ky: "^1.0.0" };
  expect(problemsOf("core", { dependencies })).toEqual(["depends on ky"]);
});

test("msw is an optional peer and nothing else", () => {
  const exports = { "./msw": {} };
  const peerDependencies = { msw: "^2.11.0 || ^3.0.0" };
  const peerDependenciesMeta = { msw: { optional: true } };
  const unmet = ['exports "./msw" without msw as an optional peer dependency'];
  expect(problemsOf("core", { exports, peerDependencies, peerDependenciesMeta })).toEqual([]);
  expect(problemsOf("core", { exports })).toEqual(unmet);
  expect(problemsOf("core", { exports, peerDependencies })).toEqual(unmet);
  expect(problemsOf("core", { exports, peerDependencies: { msw: "^3.0.0" }, peerDependenciesMeta })).toEqual(unmet);
  expect(problemsOf("mock-server", { dependencies: { msw: "^3.0.0" } })).toEqual([
    "depends on msw, which is 54 packages",
  ]);
});
