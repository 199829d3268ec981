import { expect, test } from "vitest";
import { findFactory } from "./module-exports.ts";

test("the platform's own factory is found, not the core's", () => {
  expect(findFactory(["createAcmeClient", "createClient", "unwrap"], "acme")).toBe("createAcmeClient");
});

test("a package without one is an error that names it", () => {
  expect(() => findFactory(["createClient", "unwrap"], "@labelwire/acme")).toThrow(
    "@labelwire/acme exports no create…Client",
  );
});
