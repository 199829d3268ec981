import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

const refuse = (name: string): Error => new Error(`inexact: ${name}`);

describe("parseJson", () => {
  test.each([
    ['{"id":9007199254740993}', "id"],
    ['{"a":[{"owner":358183635683250176}]}', "owner"],
    ["[-9007199254740993]", "0"],
    ["12345678901234567890", ""],
  ])("refuses %s", (text, name) => {
    expect(() => parseJson(text, refuse)).toThrow(`inexact: ${name}`);
  });

  test.each([
    ["a fraction with all its digits", "[0.1234567890123456,123.45678901234567]"],
    ["the largest safe integer", "[9007199254740991,-9007199254740991]"],
    ["a power of two that is exact", "[9007199254740992,18014398509481984]"],
    ["an exponent", "[1234567890123456e3,1e400]"],
    ["digits in text", '["9007199254740993",{"9007199254740993":1}]'],
  ])("takes %s as JSON.parse does", (_, text) => {
    expect(parseJson(text, refuse)).toEqual(JSON.parse(text));
  });

  test("whatever JavaScript prints comes back as it was", () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()), (number) => {
        expect(parseJson(JSON.stringify({ number }), refuse)).toEqual({ number: number + 0 });
      }),
    );
  });

  test("an integer is exact or refused", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (integer) => {
        const text = integer.toString();
        if (Number(text).toString() === text) expect(parseJson(text, refuse)).toBe(Number(text));
        else expect(() => parseJson(text, refuse)).toThrow("inexact");
      }),
    );
  });

  test("keys that name parts of a prototype stay members", () => {
    const parsed = parseJson('{"__proto__":{"polluted":1},"id":"90071992547409930"}', refuse);
    expect(Object.hasOwn(parsed as object, "__proto__")).toBe(true);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
