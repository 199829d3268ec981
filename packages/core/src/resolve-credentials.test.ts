import { describe, expect, test } from "vitest";
import { basicAuth, bearerAuth, headerAuth, tokenAuth, type AuthScheme } from "./auth.ts";
import { resolveCredentials } from "./resolve-credentials.ts";

const one = [headerAuth({ credential: "apiKey", header: "x-api-key" })];
const bearer = bearerAuth("accessToken");
const basic = basicAuth();
const several: readonly AuthScheme<
  { accessToken: string } | { token: string } | { username: string; password: string }
>[] = [bearer, tokenAuth("token"), basic];

function pick(given: unknown, schemes: readonly AuthScheme<object>[] = several): unknown {
  return resolveCredentials({ title: "Acme", auth: schemes }, given);
}

describe("resolveCredentials", () => {
  test("takes the first scheme whose members are all given", () => {
    expect(pick({ accessToken: "a" })).toEqual({ scheme: bearer, credentials: { accessToken: "a" } });
    expect(pick({ accessToken: undefined, username: "u", password: "p" })).toEqual({
      scheme: basic,
      credentials: { username: "u", password: "p" },
    });
    expect(pick({ username: "u", password: "p", accessToken: "a" })).toMatchObject({ scheme: bearer });
  });

  test.each<[string, unknown, readonly AuthScheme<object>[], string, string]>([
    [
      "no auth",
      undefined,
      one,
      "auth.apiKey",
      "auth.apiKey is missing, empty or not a string: Acme needs `auth` with { apiKey }",
    ],
    ["null", null, one, "auth.apiKey", "auth.apiKey is missing"],
    ["a bare text", "canary-key", one, "auth.apiKey", "auth.apiKey is missing"],
    ["an empty object", {}, one, "auth.apiKey", "auth.apiKey is missing"],
    ["an unset environment variable", { apiKey: undefined }, one, "auth.apiKey", "check that it is set"],
    ["another name", { apikey: "canary-key" }, one, "auth.apiKey", "{ apiKey }"],
    [
      "half a pair",
      { username: "canary-user" },
      several,
      "auth.password",
      "{ accessToken } or { token } or { username, password }",
    ],
    ["empty text", { apiKey: "" }, one, "auth.apiKey", "check that it is set"],
    ["null within", { apiKey: null }, one, "auth.apiKey", "not a string"],
    ["a number", { apiKey: 12_345_678 }, one, "auth.apiKey", "not a string"],
    ["a function within", { apiKey: () => "canary-key" }, one, "auth.apiKey", "not a string"],
  ])("refuses %s, naming the member and what to pass", (_, given, schemes, option, message) => {
    const call = (): unknown => pick(given, schemes);
    expect(call).toThrow(expect.objectContaining({ name: "ConfigError", option }));
    expect(call).toThrow(message);
    expect(call).not.toThrow(/canary|12345678/);
  });

  test("needs nothing where the platform lets anyone call", () => {
    expect(pick(undefined, [])).toEqual({ scheme: undefined, credentials: {} });
  });

  test("takes no member from a prototype", () => {
    expect(() => pick(Object.create({ apiKey: "inherited" }), one)).toThrow("auth.apiKey is missing");
    expect(pick({ ["__proto__"]: "x" }, [bearerAuth("__proto__")])).toMatchObject({
      scheme: { credentials: ["__proto__"] },
    });
  });
});
