import { expect, test } from "vitest";
import document from "../generated/openapi.json" with { type: "json" };
import { isServerVersionFit } from "./is-server-version-fit.ts";

test.each(["2.73.0", "2.73", "2.74.1", "v2.75.0", "2.76.12-dev", "2.73.0 (2.0)"])("%s fits", (version) => {
  expect(isServerVersionFit(version)).toBe(true);
});

test.each(["2.72.0", "2.77.0", "2.7.3", "2.730.0", "1.74.0", "3.74.0", "", "2", "two"])("%j does not", (version) => {
  expect(isServerVersionFit(version)).toBe(false);
});

test("the version of the specification fits", () => {
  expect(isServerVersionFit(document.info.version)).toBe(true);
});
