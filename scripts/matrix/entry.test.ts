import { expect, test } from "vitest";
import { manifestOf, packageOf, repositoryOf } from "../checks/testing.ts";
import { entriesOf } from "./entry.ts";

test("every entry of every package is one", () => {
  const exports = { ".": {}, "./msw": {}, "./openapi.json": "./src/openapi.json" };
  const repository = repositoryOf(packageOf("acme", manifestOf("acme", { exports })));
  expect(entriesOf(repository)).toEqual([
    { packageName: "acme", specifier: "@labelwire/acme", isJson: false, needsMsw: false },
    { packageName: "acme", specifier: "@labelwire/acme/msw", isJson: false, needsMsw: true },
    { packageName: "acme", specifier: "@labelwire/acme/openapi.json", isJson: true, needsMsw: false },
  ]);
});
