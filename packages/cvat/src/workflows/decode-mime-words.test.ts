import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../../scripts/testing/cpu-ms.ts";
import { quickestRun } from "../../../../scripts/testing/quickest-run.ts";
import { decodeMimeWords } from "./decode-mime-words.ts";

test.each([
  ["=?utf-8?b?Z3LDtsOfZS5qcGc=?=", "größe.jpg"],
  ["=?utf-8?q?gr=C3=B6=C3=9Fe_1=2Ejpg?=", "größe 1.jpg"],
  ["=?UTF-8?B?5Zuz?= =?utf-8?b?LmpwZw==?=", "図.jpg"],
  ["=?iso-8859-1?q?caf=e9?=.jpg", "café.jpg"],
  ["plain name.jpg", "plain name.jpg"],
  ["", ""],
])("%s", (value, name) => {
  expect(decodeMimeWords(value)).toBe(name);
});

describe("what cannot be decoded stays as it is", () => {
  test.each(["=?utf-8?b?%%%?=", "=?no-such?b?YQ==?=", "=?utf-8?b?/w==?=", "=?utf-8?x?YQ==?=", "=?utf-8?b?YQ=="])(
    "%s",
    (value) => {
      expect(decodeMimeWords(value)).toBe(value);
    },
  );
});

test("any name comes back as it went", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (name) => {
      const encoded = `=?utf-8?b?${Buffer.from(name).toString("base64")}?=`;
      expect(decodeMimeWords(encoded)).toBe(name);
    }),
  );
});

test("a long header is read in no time", async () => {
  const value = "=?utf-8?q?".repeat(20_000);
  expect(await quickestRun(1000, () => cpuMs(() => decodeMimeWords(value)))).toBeLessThan(1000);
});
