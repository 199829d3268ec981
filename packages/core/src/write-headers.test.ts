import { describe, expect, test } from "vitest";
import type { CallInit } from "./call-options.ts";
import { writeHeaders } from "./write-headers.ts";

const own = { accept: "application/json", "content-type": undefined };

function write(init: CallInit): { sent: Record<string, string>; removed: readonly string[] } {
  const headers = Object.entries(writeHeaders(own, init, "getPet"));
  const sent = headers.filter((header): header is [string, string] => header[1] !== undefined);
  return {
    sent: Object.fromEntries(sent),
    removed: headers.filter(([, value]) => value === undefined).map(([name]) => name),
  };
}

describe("writeHeaders", () => {
  test("lets the caller replace ours in any spelling, and parameters replace both", () => {
    const params = { header: { "X-Count": 5, "x-none": undefined } };
    expect(write({ headers: { ACCEPT: "text/plain", "x-count": "1" }, params }).sent).toEqual({
      accept: "text/plain",
      "x-count": "5",
    });
  });

  test("takes away what is null, and says so in lower case", () => {
    const { sent, removed } = write({ headers: { Accept: null, "X-Organization": null } });
    expect(sent).toEqual({});
    expect(removed).toEqual(expect.arrayContaining(["accept", "x-organization"]));
  });

  test("writes cookies as one header, each encoded", () => {
    const cookie = { session: "a;b & c", count: 2, none: undefined, nothing: null };
    expect(write({ params: { cookie } }).sent["cookie"]).toBe("session=a%3Bb%20%26%20c; count=2");
    expect(write({ params: { cookie: {} } }).sent).not.toHaveProperty("cookie");
  });

  test.each<[string, CallInit, string]>([
    ["a name with a space", { headers: { "x canary": "1" } }, "headers"],
    ["a name with a line break", { params: { header: { "x-canary\n": "1" } } }, "params.header"],
    ["an empty name, taken away", { headers: { "": null } }, "headers"],
    ["a line break", { headers: { "x-trace": "canary\r\nx-evil: 1" } }, "headers.x-trace"],
    ["an object", { params: { header: { "x-trace": { canary: 1 } } } }, "params.header.x-trace"],
    ["a function in a cookie", { params: { cookie: { session: () => "canary" } } }, "params.cookie.session"],
  ])("refuses %s without an echo", (_, init, option) => {
    expect(() => write(init)).toThrow(expect.objectContaining({ name: "ConfigError", option }));
    expect(() => write(init)).not.toThrow("canary");
  });
});
