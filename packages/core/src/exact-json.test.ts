import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExactJson, writeExactJson } from "./exact-json.ts";

const call = { option: "body", operation: "act" };
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const spellings = (integer: bigint): fc.Arbitrary<string | bigint | number> =>
  fc.constantFrom(String(integer), integer, ...(Number.isSafeInteger(Number(integer)) ? [Number(integer)] : []));

describe("writeExactJson", () => {
  test.each<[text: string, value: unknown, places: string[]]>([
    ['{"id":358183635683250176,"name":"7"}', { id: "358183635683250176", name: "7" }, ["/id"]],
    ['{"ids":[1,2,3]}', { ids: [1, 2n, "3"] }, ["/ids/*"]],
    ['{"byName":{"a":1,"b":null}}', { byName: { a: "1", b: null } }, ["/byName/*"]],
    ['{"id":-7}', { id: "-0007" }, ["/id"]],
    ['{"a/b~":1}', { "a/b~": "1" }, ["/a~1b~0"]],
    ["{}", { id: undefined }, ["/id", "/other/id"]],
    ['{"id":1,"other":2}', { id: "1", other: "2" }, ["/id", "/*"]],
    ['["1"]', ["1"], ["/id"]],
  ])("writes %s", (text, value, places) => {
    expect(writeExactJson(value, places, call)).toBe(text);
  });

  test("text that looks like the mark stays text", () => {
    const text = ["integer:1", 'integer::1"', '"integer:1', "integer:"];
    expect(writeExactJson({ id: "1", text }, ["/id"], call)).toBe(`{"id":1,"text":${JSON.stringify(text)}}`);
  });

  test("every 64-bit integer keeps its digits, however it is given and whatever stands beside it", () => {
    const given = int64.chain((integer) => fc.tuple(fc.constant(integer), spellings(integer)));
    fc.assert(
      fc.property(given, fc.jsonValue(), ([integer, id], beside) => {
        const text = writeExactJson({ beside, id }, ["/id"], call);
        expect(text).toBe(`{"beside":${JSON.stringify(beside)},"id":${integer}}`);
      }),
    );
  });

  test("a __proto__ that is a member stays one", () => {
    const value: unknown = JSON.parse('{"__proto__":{"id":"1"}}');
    expect(writeExactJson(value, ["/__proto__/id"], call)).toBe('{"__proto__":{"id":1}}');
  });

  test.each<[value: unknown, message: RegExp]>([
    [-(2 ** 53), /body\.ids\[1\] is a number beyond/],
    [2 ** 53, /^act cannot be sent: body\.ids\[1\] is a number beyond 2\^53, which may have lost digits/],
    [1.5, /^act cannot be sent: body\.ids\[1\] must be a whole number/],
    ["1e3", /body\.ids\[1\] must be a whole number/],
    ["", /body\.ids\[1\] must be a whole number/],
    [true, /body\.ids\[1\] must be a whole number/],
    [2n ** 63n, /body\.ids\[1\] does not fit 64 bits/],
    [Number.NaN, /body\.ids\[1\] must be a whole number/],
  ])("refuses %s", (id, message) => {
    expect(() => writeExactJson({ ids: ["1", id] }, ["/ids/*"], call)).toThrow(message);
  });
});

describe("parseExactJson", () => {
  test.each<[text: string, places: string[], value: unknown]>([
    ['{"id":358183635683250176}', ["/id"], { id: "358183635683250176" }],
    ['{"id":7,"count":7}', ["/id"], { id: "7", count: 7 }],
    ['[{"id":1},{"id":null},{}]', ["/*/id"], [{ id: "1" }, { id: null }, {}]],
    ['{"id":"8"}', ["/id"], { id: "8" }],
    ['{"id":100000000000000000}', ["/id"], { id: "100000000000000000" }],
    [
      '{"undeclared":9007199254740993,"exact":9007199254740992}',
      [],
      { undeclared: "9007199254740993", exact: 2 ** 53 },
    ],
    ['{"a":"x 9007199254740993, \\"9007199254740993\\\\"}', [], { a: 'x 9007199254740993, "9007199254740993\\' }],
    ['{"9007199254740993":0.1234567890123456789}', [], { "9007199254740993": 0.1234567890123456789 }],
    ["[1234567890123456e3,-9007199254740993]", [], [1234567890123456e3, "-9007199254740993"]],
  ])("reads %s", (text, places, value) => {
    expect(parseExactJson(text, places)).toEqual(value);
  });

  test("every integer comes with the digits it was sent with, and all else as JSON.parse has it", () => {
    fc.assert(
      fc.property(int64, fc.jsonValue(), (integer, beside) => {
        const text = `{"beside":${JSON.stringify(beside)}, "id" : ${integer} }`;
        expect(parseExactJson(text, ["/id"])).toEqual({
          beside: JSON.parse(JSON.stringify(beside)) as unknown,
          id: String(integer),
        });
      }),
    );
  });

  test("a __proto__ that is a member stays one, and nothing else is changed", () => {
    const parsed = parseExactJson('{"__proto__":{"id":1},"list":[7]}', [
      "/__proto__/id",
      "/list/0",
      "/toString/id",
      "/list/x",
    ]);
    expect(JSON.stringify(parsed)).toBe('{"__proto__":{"id":"1"},"list":["7"]}');
    expect(Object.hasOwn(parsed as object, "__proto__")).toBe(true);
  });

  test("what was written comes back", () => {
    fc.assert(
      fc.property(fc.array(int64), (integers) => {
        const text = writeExactJson({ ids: integers }, ["/ids/*"], call);
        expect(parseExactJson(text, ["/ids/*"])).toEqual({ ids: integers.map(String) });
      }),
    );
  });

  test.each(['{"id":1', '{"id":9007199254740993', '"9007199254740993', "01"])(
    "refuses %s, which is not JSON",
    (text) => {
      expect(() => parseExactJson(text, ["/id"])).toThrow(SyntaxError);
    },
  );

  test("reads long text in time that grows with its length alone", () => {
    const text = JSON.stringify({ line: '\\"'.repeat(400_000), id: 0 }).replace('"id":0', '"id":9007199254740993');
    expect(parseExactJson(text, ["/id"])).toMatchObject({ id: "9007199254740993" });
  });
});
