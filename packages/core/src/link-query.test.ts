import { expect, test } from "vitest";
import { cpuMs } from "../../../scripts/testing/cpu-ms.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import { linkQuery } from "./link-query.ts";

test.each<[string, Record<string, unknown>]>([
  ["https://pets.example/pets?page=2&kind=cat", { page: "2", kind: "cat" }],
  ["?page=2&kind=cat&kind=dog", { page: "2", kind: ["cat", "dog"] }],
  ["/pets", {}],
])("the query of %s", (link, expected) => {
  expect(linkQuery(link)).toEqual(expected);
});

test("a name that is the prototype's is a member like any other", () => {
  const query = linkQuery("?__proto__=1&__proto__=2");
  expect(Object.entries(query)).toEqual([["__proto__", ["1", "2"]]]);
  expect(Object.getPrototypeOf(query)).toBe(Object.prototype);
});

test.each([undefined, 7, "https://[", {}])("%j is no link", (link) => {
  expect(() => linkQuery(link)).toThrow("the link to the next page is not a URL");
});

test("20,000 names are read in under 100 ms", async () => {
  const link = `?${Array.from({ length: 20_000 }, (_, index) => `name${index}=1`).join("&")}`;
  expect(await quickestRun(100, () => cpuMs(() => linkQuery(link)))).toBeLessThan(100);
});
