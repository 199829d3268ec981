import { expect, test } from "vitest";
import { cpuMs } from "../../../scripts/testing/cpu-ms.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import { nearestName } from "./nearest-name.ts";

const known = ["baseUrl", "timeoutMs", "attemptTimeoutMs", "retry", "auth", "fetch", "organization"];

test.each([
  ["baseURL", "baseUrl"],
  ["base_url", "baseUrl"],
  ["timeout", "timeoutMs"],
  ["timeoutMS", "timeoutMs"],
  ["retries", "retry"],
  ["ath", "auth"],
  ["organisation", "organization"],
  ["oragnization", "organization"],
])("%s was meant to be %s", (name, expected) => {
  expect(nearestName(name, known)).toBe(expected);
});

test.each(["", "x", "password", "headers", "organizationalStructure", "__proto__"])(
  "%j was meant to be none of them",
  (name) => {
    expect(nearestName(name, known)).toBeUndefined();
  },
);

test("the nearest wins, not the first", () => {
  expect(nearestName("tasks_lst", ["tasks_get", "tasks_list"])).toBe("tasks_list");
});

test("long names of a hostile source take no time", async () => {
  const known = Array.from({ length: 200 }, (_, index) => "ba".repeat(500) + String(index));
  expect(await quickestRun(2_000, () => cpuMs(() => nearestName("ab".repeat(500), known)))).toBeLessThan(2_000);
});
