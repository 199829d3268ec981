import { expect, test } from "vitest";
import { choosePackages } from "./choose-packages.ts";
import type { PublishablePackage } from "./find-packages.ts";

const packages = ["core", "acme", "pets"].map((folder): PublishablePackage => ({
  name: `@labelwire/${folder}`,
  folder,
  entries: ["."],
  outside: undefined,
  companions: {},
}));
const chosen = (...args: string[]): readonly string[] => choosePackages(packages, args).map(({ folder }) => folder);

test("all packages are tested, or those that are named by their folder or their name", () => {
  expect(chosen()).toEqual(["core", "acme", "pets"]);
  expect(chosen("--only", "pets")).toEqual(["pets"]);
  expect(chosen("--only", "pets", "--only=@labelwire/core", "--only", "core")).toEqual(["core", "pets"]);
});

test("a package or an option that nobody knows is an error that says what there is", () => {
  expect(() => chosen("--only", "pets", "--only", "pest")).toThrow(
    "There is no package pest to test. The packages are core, acme, pets.",
  );
  expect(() => chosen("--only")).toThrow("argument missing");
  expect(() => chosen("pets")).toThrow("Unexpected argument 'pets'");
});
