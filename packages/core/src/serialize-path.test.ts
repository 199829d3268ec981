import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isConfigError, type ConfigError } from "./errors.ts";
import { serializePath } from "./serialize-path.ts";

const base = "https://pets.example/v1";

function segments(path: string): string[] {
  return new URL(base + path).pathname.split("/").slice(2);
}

function failure(value: unknown, template = "/pet/{petId}"): ConfigError {
  try {
    serializePath(template, { petId: value }, "getPet");
  } catch (error) {
    if (isConfigError(error)) return error;
    throw error;
  }
  throw new Error("a ConfigError was expected");
}

describe("serializePath", () => {
  test.each([
    ["text", "rex", "/pet/rex"],
    ["a number", 7, "/pet/7"],
    ["zero", 0, "/pet/0"],
    ["a bigint beyond 2^53", 2n ** 63n, "/pet/9223372036854775808"],
    ["a boolean", false, "/pet/false"],
    ["a slash", "a/b", "/pet/a%2Fb"],
    ["a backslash", "a\\b", "/pet/a%5Cb"],
    ["a way up", "../users", "/pet/..%2Fusers"],
    ["what ends a path", "?#;", "/pet/%3F%23%3B"],
    ["control characters", "\0\r\n", "/pet/%00%0D%0A"],
    ["spaces", " ", "/pet/%20"],
    ["emoji", "🐶", "/pet/%F0%9F%90%B6"],
    ["three dots", "...", "/pet/..."],
    ["what replace() would expand", "$&$1", "/pet/%24%26%241"],
  ])("encodes %s", (_, value, expected) => {
    expect(serializePath("/pet/{petId}", { petId: value }, "getPet")).toBe(expected);
  });

  test.each(["pet/{petId}", "https://pets.example/v1/pet/{petId}", ".example/", "{petId}"])(
    "refuses the path %j, which does not start with a slash",
    (template) => {
      expect(failure("7", template)).toMatchObject({
        option: "path",
        message: "getPet cannot be sent: path must be an absolute path.",
      });
    },
  );

  test.each([
    ["undefined", undefined, "is undefined"],
    ["null", null, "is null"],
    ["empty text", "", 'is empty, "." or ".."'],
    ["a dot", ".", 'is empty, "." or ".."'],
    ["two dots", "..", 'is empty, "." or ".."'],
    ["an encoded dot", "%2e", 'is empty, "." or ".."'],
    ["two encoded dots", "%2E%2e", 'is empty, "." or ".."'],
    ["half encoded dots", ".%2E", 'is empty, "." or ".."'],
    ["NaN", Number.NaN, "is NaN, not a text or a finite number"],
    ["infinity", Infinity, "is number, not a text"],
    ["an object", {}, "is object"],
    ["an array", [1], "is object"],
    ["a function", () => 1, "is function"],
    ["a symbol", Symbol("x"), "is symbol"],
    ["a lone surrogate", "\ud83d", "surrogate"],
  ])("refuses %s, naming parameter and operation", (_, value, problem) => {
    const error = failure(value);
    expect(error.option).toBe("params.path.petId");
    expect(error.operation).toBe("getPet");
    expect(error.message).toContain("getPet cannot be sent: params.path.petId");
    expect(error.message).toContain(problem);
  });

  test("names the parameter that is missing", () => {
    expect(() => serializePath("/a/{one}/b/{two}", { one: 1 }, "getB")).toThrow("params.path.two is undefined");
    expect(() => serializePath("/a/{one}", undefined, "getA")).toThrow("params.path.one");
  });

  test("does not take a parameter from a prototype", () => {
    expect(() => serializePath("/a/{toString}", {}, "getA")).toThrow("params.path.toString is undefined");
    expect(serializePath("/a/{__proto__}", { ["__proto__"]: "x" }, "getA")).toBe("/a/x");
  });

  test("leaves the literal parts of a template alone", () => {
    expect(serializePath("/pets:search/{id}.json", { id: "a:b" }, "search")).toBe("/pets:search/a%3Ab.json");
  });

  test("no value changes the number of segments, and every value arrives as it was", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc
        .array(fc.constantFrom(".", "%2e", "%2E", "/", "\\", "%", "?", "#", "\t", "\n", "..", "%5c", "@", ":", "//"))
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(value, value, (one, two) => {
        let path: string;
        try {
          path = serializePath("/owner/{one}/pets/{two}/name", { one, two }, "getName");
        } catch (error) {
          expect(isConfigError(error)).toBe(true);
          return;
        }
        expect(segments(path).map(decodeURIComponent)).toEqual(["owner", one, "pets", two, "name"]);
      }),
      { numRuns: 2_000 },
    );
  });
});
