import fc from "fast-check";
import { expect, test } from "vitest";
import { checkHeaderValue } from "./check-header-value.ts";
import { isConfigError } from "./errors.ts";

test.each(["a", "", "a b", "\u00e9", "~!#"])("lets %j through", (value) => {
  expect(checkHeaderValue("organization", value)).toBe(value);
});

test.each([
  ["CR LF", "secret\r\nx-admin: 1"],
  ["LF at the end", "secret\n"],
  ["NUL", "sec\0ret"],
  ["tab", "sec\tret"],
  ["DEL", "secret\x7f"],
  ["C1 controls", "secret\x80"],
  ["beyond Latin-1", "secret 组织"],
  ["a leading space", " secret"],
  ["a trailing no-break space", "secret\u00a0"],
  ["undefined", undefined],
  ["null", null],
  ["a number", 5],
  ["an object", { toString: () => "secret" }],
])("refuses %s, naming the option and not the value", (_, value) => {
  const call = (): string => checkHeaderValue("organization", value);
  expect(call).toThrow(expect.objectContaining({ name: "ConfigError", option: "organization" }));
  expect(call).toThrow(/^organization /);
  expect(call).not.toThrow(/secret|sec\0ret|sec\tret/);
});

test("what it lets through arrives in a header as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      try {
        expect(new Headers({ x: checkHeaderValue("x", value) }).get("x")).toBe(value);
      } catch (error) {
        if (!isConfigError(error)) throw error;
      }
    }),
  );
});
