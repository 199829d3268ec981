import { describe, expect, expectTypeOf, test } from "vitest";
import { basicAuth, bearerAuth, headerAuth, signedAuth, tokenAuth, type AuthOption, type AuthScheme } from "./auth.ts";

const context = { now: 1_700_000_000_000 };

describe("what a scheme sends", () => {
  test("a header of its own", async () => {
    const scheme = headerAuth({ credential: "apiKey", header: "x-api-key" });
    expectTypeOf(scheme).toEqualTypeOf<AuthScheme<Record<"apiKey", string>>>();
    expect(scheme.credentials).toEqual(["apiKey"]);
    expect(await scheme.headers({ apiKey: "k-1" }, context)).toEqual({ "x-api-key": "k-1" });
  });

  test("Bearer and Token", async () => {
    expect(await bearerAuth("accessToken").headers({ accessToken: "a.b" }, context)).toEqual({
      authorization: "Bearer a.b",
    });
    expect(await tokenAuth("token").headers({ token: "t" }, context)).toEqual({ authorization: "Token t" });
  });

  test("Basic, in UTF-8", async () => {
    const headers = await basicAuth().headers({ username: "märta", password: "päss:wörd 组织" }, context);
    const sent = Buffer.from(headers["authorization"]?.slice("Basic ".length) ?? "", "base64").toString("utf8");
    expect(sent).toBe("märta:päss:wörd 组织");
  });

  test("a signature over the time, made anew", async () => {
    const scheme = signedAuth({
      credentials: ["accessKey", "secretKey"],
      sign: ({ accessKey, secretKey }, { now }) =>
        Promise.resolve({ "x-key": accessKey, "x-sign": `${now}&${secretKey}` }),
    });
    expectTypeOf(scheme).toEqualTypeOf<AuthScheme<Record<"accessKey" | "secretKey", string>>>();
    const credentials = { accessKey: "ak", secretKey: "sk" };
    expect(await scheme.headers(credentials, { now: 1 })).toEqual({ "x-key": "ak", "x-sign": "1&sk" });
    expect(await scheme.headers(credentials, { now: 2 })).toEqual({ "x-key": "ak", "x-sign": "2&sk" });
  });
});

describe("what a scheme refuses, naming the member and never its value", () => {
  const canary = "canary-2f7a";
  test.each<[string, () => unknown, string]>([
    [
      "a line break in a key",
      () => headerAuth({ credential: "apiKey", header: "k" }).headers({ apiKey: `${canary}\n` }, context),
      "auth.apiKey",
    ],
    [
      "a token beyond Latin-1",
      () => bearerAuth("accessToken").headers({ accessToken: `${canary}组` }, context),
      "auth.accessToken",
    ],
    [
      "a colon in a user name",
      () => basicAuth().headers({ username: `${canary}:x`, password: "p" }, context),
      "auth.username",
    ],
    [
      "a line break in a password",
      () => basicAuth().headers({ username: "u", password: `${canary}\r\n` }, context),
      "auth.password",
    ],
    [
      "NUL in what is signed",
      () => signedAuth({ credentials: ["secretKey"], sign: () => ({}) }).headers({ secretKey: `${canary}\0` }, context),
      "auth.secretKey",
    ],
  ])("%s", (_, call, option) => {
    expect(call).toThrow(expect.objectContaining({ name: "ConfigError", option }));
    expect(call).toThrow(option);
    expect(call).not.toThrow(canary);
  });
});

test("the auth option takes what process.env gives, every way of several, and functions", () => {
  type Credentials = { accessToken: string } | { username: string; password: string };
  const unset: string | undefined = process.env["NOT_SET_ANYWHERE"];
  expectTypeOf({ accessToken: unset }).toExtend<AuthOption<Credentials>>();
  expectTypeOf({ username: unset, password: unset }).toExtend<AuthOption<Credentials>>();
  expectTypeOf(() => ({ accessToken: unset })).toExtend<AuthOption<Credentials>>();
  expectTypeOf(({ refresh }: { refresh: boolean }) => Promise.resolve({ accessToken: String(refresh) })).toExtend<
    AuthOption<Credentials>
  >();
  expectTypeOf({ username: unset }).not.toExtend<AuthOption<Credentials>>();
  expectTypeOf({ accessToken: 5 }).not.toExtend<AuthOption<Credentials>>();
  expectTypeOf({ apiKey: "x" }).not.toExtend<AuthOption<Credentials>>();
  // A platform with several ways lists a scheme for each.
  expectTypeOf<[AuthScheme<{ accessToken: string }>, AuthScheme<{ username: string; password: string }>]>().toExtend<
    readonly AuthScheme<Credentials>[]
  >();
});
