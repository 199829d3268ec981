import { describe, expect, test } from "vitest";
import { parseYaml } from "./parse-yaml.ts";

describe("parseYaml", () => {
  test("reads YAML and JSON into the same values", () => {
    expect(parseYaml("a: [1, 'b', null, true]\nd: 2026-01-31\n", "a.yaml")).toEqual({
      a: [1, "b", null, true],
      d: "2026-01-31",
    });
    expect(parseYaml('{"a": [1, "b", null, true]}', "a.json")).toEqual({ a: [1, "b", null, true] });
  });

  test("keeps a member called __proto__, and gives it no power", () => {
    const value = parseYaml("__proto__: { evil: 1 }", "a.yaml");
    expect(JSON.stringify(value)).toBe('{"__proto__":{"evil":1}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test("copies what an alias stands for", () => {
    expect(parseYaml("a: &x { b: 1 }\nc: *x\n", "a.yaml")).toEqual({ a: { b: 1 }, c: { b: 1 } });
  });

  test.each([
    ["a: 1\nb: [", /^a\.yaml:2:\d+: not YAML: /],
    ["a: 1\na: 2", /^a\.yaml:2:1: not YAML: .* To mend: keep one of the two\.$/],
    ["a: &x { b: *x }", /^a\.yaml.*(?:an alias holds itself|not usable YAML)/],
    ["a: *missing", /^a\.yaml.*not (?:usable )?YAML/],
    ["a: .inf", /^a\.yaml#\/a: Infinity is not a number of JSON/],
    ['a: ["\\ud800"]', /^a\.yaml#\/a\/0: a string is not Unicode/],
    ["a: !!js/function evil", /^a\.yaml:1:4: not YAML: /],
    ["a: 1\n---\nb: 2", /^a\.yaml.*not YAML/],
  ])("refuses %j and says where", (text, message) => {
    expect(() => parseYaml(text, "a.yaml")).toThrow(message);
  });

  test.each([
    ["brackets", "[".repeat(20_000)],
    ["indentation", Array.from({ length: 3000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
    ["dashes", `${"- ".repeat(20_000)}a`],
    ["what is closed again", `${"[".repeat(450)}${"]".repeat(450)}`],
  ])("refuses what is nested too deeply: %s", (_name, text) => {
    expect(() => parseYaml(text, "a.yaml")).toThrow(/^a\.yaml.*nested too deeply\. To mend: /);
  });

  test("a map with many keys is read, and its last one is seen to be the first again", () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`);
    expect(Object.keys(parseYaml(keys.join("\n"), "a.yaml") ?? {})).toHaveLength(20_000);
    expect(() => parseYaml([...keys, '"key0": 2'].join("\n"), "a.yaml")).toThrow(
      /^a\.yaml:20001:2: not YAML: duplicated/,
    );
  });

  test("a few aliases of one long list do not fill the memory", () => {
    const aliases = Array.from({ length: 600 }, (_, index) => `b${index}: *a`);
    const text = `a: &a [${Array(10_000).fill("x").join(",")}]\n${aliases.join("\n")}`;
    expect(() => parseYaml(text, "a.yaml")).toThrow("holds more than 5000000 values");
  });

  test("a few aliases of aliases do not fill the memory", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(", ")}]`,
    );
    expect(() => parseYaml(`l0: &l0 [x]\n${levels.join("\n")}`, "a.yaml")).toThrow("holds more than 5000000 values");
  });
});
