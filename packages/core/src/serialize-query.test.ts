import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isConfigError } from "./errors.ts";
import { serializeQuery } from "./serialize-query.ts";

function roundTrip(query: Record<string, unknown>): [string, string][] {
  return [...new URLSearchParams(serializeQuery(query, "listPets"))];
}

describe("serializeQuery", () => {
  test.each<[string, Record<string, unknown>, [string, string][]]>([
    ["text with what separates", { q: "a+b&c=d #?%" }, [["q", "a+b&c=d #?%"]]],
    ["emoji and other scripts", { q: "🐶 组织" }, [["q", "🐶 组织"]]],
    ["empty text", { q: "" }, [["q", ""]]],
    [
      "numbers",
      { page: 0, size: 1.5 },
      [
        ["page", "0"],
        ["size", "1.5"],
      ],
    ],
    ["a bigint", { id: 2n ** 63n }, [["id", "9223372036854775808"]]],
    [
      "booleans",
      { on: true, off: false },
      [
        ["on", "true"],
        ["off", "false"],
      ],
    ],
    ["a date", { since: new Date(0) }, [["since", "1970-01-01T00:00:00.000Z"]]],
    ["a URL", { link: new URL("https://pets.example/?a=b") }, [["link", "https://pets.example/?a=b"]]],
    [
      "arrays",
      { id: [1, 2] },
      [
        ["id", "1"],
        ["id", "2"],
      ],
    ],
    ["empty arrays and objects", { id: [], filter: {} }, []],
    ["undefined and null", { a: undefined, b: null, c: [null, 1, undefined], d: { e: null } }, [["c", "1"]]],
    [
      "nested objects",
      { f: { a: { eq: 1 }, b: ["x", "y"] } },
      [
        ["f[a][eq]", "1"],
        ["f[b]", "x"],
        ["f[b]", "y"],
      ],
    ],
    ["names with brackets", { "filter[x][eq]": "1" }, [["filter[x][eq]", "1"]]],
    [
      "names from a prototype",
      { ["__proto__"]: "1", constructor: "2" },
      [
        ["__proto__", "1"],
        ["constructor", "2"],
      ],
    ],
  ])("writes %s", (_, query, expected) => {
    expect(roundTrip(query)).toEqual(expected);
  });

  test("encodes names, and spaces as %20", () => {
    expect(serializeQuery({ "filter[x][eq]": "a b" }, "listPets")).toBe("filter%5Bx%5D%5Beq%5D=a%20b");
  });

  test.each<[string, unknown, string]>([
    ["NaN", Number.NaN, "params.query.q"],
    ["infinity in an array", [1, Infinity], "params.query.q"],
    ["a function", () => 1, "params.query.q"],
    ["a symbol in an object", { a: Symbol("x") }, "params.query.q[a]"],
    ["an invalid date", new Date(Number.NaN), "params.query.q"],
    ["a Map", new Map(), "params.query.q"],
    ["an array in an array", [[1]], "params.query.q"],
    ["an object in an array", [{}], "params.query.q"],
    ["a lone surrogate", "\udc00", "params.query.q"],
  ])("refuses %s, naming the parameter", (_, value, option) => {
    const call = (): string => serializeQuery({ q: value }, "listPets");
    expect(call).toThrow(`listPets cannot be sent: ${option} `);
    expect(call).toThrow(expect.objectContaining({ name: "ConfigError", option, operation: "listPets" }));
  });

  test("refuses an object that holds itself", () => {
    const self: Record<string, unknown> = {};
    self["self"] = self;
    expect(() => serializeQuery({ self }, "listPets")).toThrow(
      /params\.query\.self\[self\].* is or holds what cannot be written as text/,
    );
  });

  test("what it writes reads back the same, whatever the text", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.string({ unit: "binary" })), (query) => {
        try {
          expect(roundTrip(query)).toEqual(Object.entries(query));
        } catch (error) {
          if (!isConfigError(error)) throw error;
        }
      }),
    );
  });
});
