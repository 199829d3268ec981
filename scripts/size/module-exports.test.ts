import { expect, test } from "vitest";
import { findFactory } from "./module-exports.ts";

test("the platform's own factory is found, not the core's", () => {
  const names = ["createAcmeClient", "createAcmeMock", "createClient", "createMock", "unwrap"];
  expect(findFactory(names, "acme")).toBe("createAcmeClient");
  expect(findFactory(names, "acme/msw", "Mock")).toBe("createAcmeMock");
});

test("a package without one is an error that names it", () => {
  expect(() => findFactory(["createClient", "createAcmeMock"], "@labelwire/acme")).toThrow(
    "@labelwire/acme exports no create…Client",
  );
});
