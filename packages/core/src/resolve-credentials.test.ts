import { describe, expect, test } from "vitest";
import { basicAuth, bearerAuth, headerAuth, signedAuth, tokenAuth, type AuthScheme } from "./auth.ts";
import { resolveCredentials } from "./resolve-credentials.ts";

const one = [headerAuth({ credential: "apiKey", header: "x-api-key" })];
const bearer = bearerAuth("accessToken");
const basic = basicAuth();
const signed = signedAuth({ credentials: ["accessKey", "secretKey"], sign: () => ({}) });
const several: readonly AuthScheme<
  { accessToken: string } | { token: string } | { username: string; password: string }
>[] = [bearer, tokenAuth("token"), basic];

function pick(given: unknown, schemes: readonly AuthScheme<object>[] = several): unknown {
  return resolveCredentials({ title: "Acme", auth: schemes }, given);
}

describe("resolveCredentials", () => {
  test("takes the scheme whose members are given", () => {
    expect(pick({ accessToken: "a" })).toEqual({ scheme: bearer, credentials: { accessToken: "a" } });
    expect(pick({ accessToken: undefined, username: "u", password: "p" })).toEqual({
      scheme: basic,
      credentials: { username: "u", password: "p" },
    });
  });

  test("of schemes that share members, takes the larger where all of them are given", () => {
    const key = headerAuth({ credential: "accessKey", header: "x-key" });
    expect(pick({ accessKey: "a", secretKey: undefined }, [signed, key])).toMatchObject({ scheme: key });
    expect(pick({ accessKey: "a", secretKey: "s" }, [signed, key])).toMatchObject({ scheme: signed });
  });

  test.each<[string, object, string, string]>([
    [
      "two that are whole",
      { username: "canary", password: "canary", accessToken: "canary" },
      "auth.username",
      "auth.username must be left out, or accessToken: they are two ways to sign in.",
    ],
    ["one that is whole and a part of another", { token: "canary", password: "canary" }, "auth.password", "or token:"],
    [
      "a whole one and an empty member",
      { token: "", username: "canary", password: "canary" },
      "auth.username",
      "or token:",
    ],
    ["parts of two", { username: "canary", secretKey: "canary" }, "auth.secretKey", "or username and password:"],
  ])("refuses members of several schemes: %s", (_, given, option, message) => {
    const call = (): unknown => pick(given, [...several, signed]);
    expect(call).toThrow(expect.objectContaining({ name: "ConfigError", option }));
    expect(call).toThrow(message);
    expect(call).not.toThrow("canary");
  });

  test.each<[string, string]>([
    ["acessToken", "There is no option auth.acessToken. Did you mean auth.accessToken?"],
    ["expires", "There is no option auth.expires. Known: accessToken, token, username, password"],
  ])("refuses %s, which no scheme takes, with and without what one does", (name, message) => {
    for (const others of [{}, { token: "canary" }, { username: "canary", password: "canary" }]) {
      const call = (): unknown => pick({ ...others, [name]: "canary" });
      expect(call).toThrow(expect.objectContaining({ name: "ConfigError", option: `auth.${name}` }));
      expect(call).toThrow(message);
      expect(call).not.toThrow("canary");
    }
    expect(pick({ token: "t", [name]: undefined })).toMatchObject({ credentials: { token: "t" } });
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
    ["another name", { apikey: "canary-key" }, one, "auth.apikey", "Did you mean auth.apiKey?"],
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
