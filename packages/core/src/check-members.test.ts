import { expect, test } from "vitest";
import type { OptionRules } from "./check-options.ts";
import { checkMembers } from "./check-members.ts";

const rules: OptionRules = { name: [(value) => typeof value === "string", "a string"] };

test("what is whole passes", () => {
  expect(() => checkMembers("pet", { name: "Rex" }, rules, ["name"])).not.toThrow();
});

test.each([
  ["no object", undefined, "pet", "pet must be a plain object, such as { name: … }."],
  ["a missing member", {}, "pet.name", "pet.name is required."],
  ["a wrong member", { name: 7 }, "pet.name", "pet.name must be a string"],
  ["a misspelt member", { nmae: "Rex" }, "pet.nmae", "name"],
])("%s is a ConfigError that names it", (_what, value, option, message) => {
  const check = (): void => checkMembers("pet", value, rules, ["name"]);
  expect(check).toThrow(expect.objectContaining({ name: "ConfigError", option }));
  expect(check).toThrow(message);
});
