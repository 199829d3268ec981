import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cpuMs } from "../../../scripts/testing/cpu-ms.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import { excerpt } from "./excerpt.ts";
import { redactJson, redactText } from "./redact.ts";
import { summarizeText } from "./summarize-text.ts";

describe("excerpt", () => {
  test.each([
    ["a known secret", "key k-123456 is bad", "key [redacted] is bad"],
    ["JSON", '{"access_token":"abc","name":"Rex"}', '{"access_token":"[redacted]","name":"Rex"}'],
    ["a header", "Authorization: Bearer abc.def", "Authorization: Bearer [redacted]"],
    [
      "a signed URL",
      "https://s.example/f?X-Amz-Signature=abc&x=1",
      "https://s.example/f?X-Amz-Signature=[redacted]&x=1",
    ],
    [
      "a signed URL of another storage",
      "https://s.example/f?sv=2&sig=a%2Bb&x=1",
      "https://s.example/f?sv=2&sig=[redacted]&x=1",
    ],
    ["words that begin like it", "design: cat, signed: dog", "design: cat, signed: dog"],
    ["an API key", "api_key=abc, apiKey: 'def'", "api_key=[redacted], apiKey: '[redacted]'"],
    ["escape sequences of a terminal", "\u001b[31mred\u0007", " [31mred "],
    ["plain sentences", "The token has expired.\nSign in again.", "The token has expired.\nSign in again."],
  ])("%s", (_, text, expected) => {
    expect(excerpt(text, ["k-123456"])).toBe(expected);
  });

  test("is at most 1 kB, in whole characters", () => {
    for (const text of ["x".repeat(5_000), "é".repeat(5_000), "🐶".repeat(5_000), "x" + "🐶".repeat(5_000)]) {
      const cut = excerpt(text, []);
      expect(new TextEncoder().encode(cut).length).toBeLessThanOrEqual(1_024);
      expect(new TextEncoder().encode(cut).length).toBeGreaterThan(1_000);
      expect(() => encodeURIComponent(cut)).not.toThrow();
    }
  });

  test("never holds the secret, wherever it is", () => {
    const secret = "canary-2f7a91";
    fc.assert(
      fc.property(fc.string(), fc.nat(2_000), fc.string(), (before, padding, after) => {
        const text = before + "x".repeat(padding) + secret + after;
        expect(excerpt(text, [secret])).not.toContain("canary-2f7");
      }),
    );
  });

  test("holds no part of a long secret that is said again and again", () => {
    const secret = "canary-".repeat(300);
    expect(excerpt(`no pet for ${secret}, ${secret}, ${secret}, ${secret}`, [secret])).toBe(
      "no pet for [redacted], [redacted], [redacted], [redacted]",
    );
  });

  test.each([
    ["spaces", "token" + " ".repeat(100_000)],
    ["names", "token".repeat(20_000)],
    ["words", "secret_".repeat(14_000)],
    ["schemes", "token: bearer ".repeat(7_000)],
    ["titles", "<title".repeat(17_000)],
    ["open titles", "<title>".repeat(14_000)],
  ])("100 kB of %s take under 50 ms", async (_, text) => {
    const read = (): void => {
      excerpt(text, ["canary-2f7a91"]);
      summarizeText(text);
    };
    expect(await quickestRun(50, () => cpuMs(read))).toBeLessThan(50);
  });
});

describe("redaction", () => {
  test("of a JSON value leaves the value itself alone", () => {
    const value = JSON.parse(
      '{"a":["k-123456",{"k-123456":1}],"b":null,"__proto__":{"polluted":"k-123456"}}',
    ) as object;
    const copy = redactJson(value, ["k-123456"]);
    expect(JSON.stringify(copy)).toBe(
      '{"a":["[redacted]",{"[redacted]":1}],"b":null,"__proto__":{"polluted":"[redacted]"}}',
    );
    expect(JSON.stringify(value)).toContain("k-123456");
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  test("of a value nested beyond reason ends", () => {
    const text = "[".repeat(100_000) + "]".repeat(100_000);
    expect(JSON.stringify(redactJson(JSON.parse(text), []))).toHaveLength(134);
  });

  test("does not blank ordinary words for a short secret", () => {
    expect(redactText("a bad request", ["a", "bad"])).toBe("a bad request");
  });
});

describe("summarizeText", () => {
  test.each([
    ["the title of a page", "<!doctype html><html><head><title lang=en>\n Sign in \n</title>", "Sign in"],
    ["nothing for a page without", "  <html><body>502</body>", ""],
    ["the first line of a text", "Bad gateway\nnginx", "Bad gateway"],
    ["nothing for nothing", "", ""],
  ])("%s", (_, text, expected) => {
    expect(summarizeText(text)).toBe(expected);
  });
});
