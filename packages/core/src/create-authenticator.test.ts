import { describe, expect, test, vi } from "vitest";
import { bearerAuth, signedAuth, type AuthOption, type AuthRequest } from "./auth.ts";
import { createAuthenticator, type Authenticator } from "./create-authenticator.ts";

interface Credentials {
  accessToken: string;
}

const { signal } = new AbortController();

function authenticatorOf(auth: AuthOption<Credentials> | undefined): Authenticator {
  return createAuthenticator({ title: "Acme", auth: [bearerAuth("accessToken")] }, auth);
}

describe("createAuthenticator", () => {
  test("authenticates with an object, and says what is secret", async () => {
    const authentication = await authenticatorOf({ accessToken: "t-123456" })({ now: 0, signal });
    expect(authentication.headers).toEqual({ authorization: "Bearer t-123456" });
    expect(new Set(authentication.secrets)).toEqual(new Set(["t-123456"]));
  });

  test("complains at the call, not when it is made", async () => {
    const authenticate = authenticatorOf({ accessToken: undefined });
    await expect(authenticate({ now: 0, signal })).rejects.toMatchObject({ option: "auth.accessToken" });
    await expect(authenticatorOf(undefined)({ now: 0, signal })).rejects.toMatchObject({ option: "auth.accessToken" });
    await expect(authenticatorOf(() => ({ accessToken: "" }))({ now: 0, signal })).rejects.toMatchObject({
      option: "auth.accessToken",
    });
  });

  test("asks a function for every attempt, with the call's signal", async () => {
    const auth = vi.fn((request: AuthRequest) => ({ accessToken: `t${String(request.refresh)}` }));
    const authenticate = authenticatorOf(auth);
    await authenticate({ now: 0, signal });
    await authenticate({ now: 0, signal });
    expect(auth.mock.calls).toEqual([[{ refresh: false, signal }], [{ refresh: false, signal }]]);
  });

  test("lets the function's own error through", async () => {
    const fault = new Error("vault is sealed");
    await expect(authenticatorOf(() => Promise.reject(fault))({ now: 0, signal })).rejects.toBe(fault);
  });

  test("hands the scheme the time of each attempt", async () => {
    const schemes = [signedAuth({ credentials: ["key"], sign: (_, { now }) => ({ "x-ts": String(now) }) })];
    const authenticate = createAuthenticator({ title: "Acme", auth: schemes }, { key: "k" });
    expect((await authenticate({ now: 7, signal })).headers).toEqual({ "x-ts": "7" });
    expect((await authenticate({ now: 8, signal })).headers).toEqual({ "x-ts": "8" });
  });
});

describe("after a 401", () => {
  function counting(): { authenticate: Authenticator; refreshes: () => number } {
    let version = 1;
    let refreshes = 0;
    const authenticate = authenticatorOf(async ({ refresh }) => {
      if (refresh) {
        refreshes++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        version++;
      }
      return { accessToken: `v${version}` };
    });
    return { authenticate, refreshes: () => refreshes };
  }

  test("100 parallel calls refresh once and all get the new credential", async () => {
    const { authenticate, refreshes } = counting();
    const rejected = await authenticate({ now: 0, signal });
    const renewed = await Promise.all(Array.from({ length: 100 }, () => authenticate({ now: 0, signal, rejected })));
    expect(refreshes()).toBe(1);
    expect(new Set(renewed.map(({ headers }) => headers["authorization"]))).toEqual(new Set(["Bearer v2"]));
  });

  test("a call refused later with the old credential takes the new one without another refresh", async () => {
    const { authenticate, refreshes } = counting();
    const rejected = await authenticate({ now: 0, signal });
    await authenticate({ now: 0, signal, rejected });
    const late = await authenticate({ now: 0, signal, rejected });
    expect(late.headers).toEqual({ authorization: "Bearer v2" });
    expect(refreshes()).toBe(1);
  });

  test("the new credential refused too is refreshed again by another call", async () => {
    const { authenticate, refreshes } = counting();
    const first = await authenticate({ now: 0, signal });
    const second = await authenticate({ now: 0, signal, rejected: first });
    const third = await authenticate({ now: 0, signal, rejected: second });
    expect(third.headers).toEqual({ authorization: "Bearer v3" });
    expect(refreshes()).toBe(2);
  });

  test("a new call waits for the refresh under way", async () => {
    const { authenticate, refreshes } = counting();
    const rejected = await authenticate({ now: 0, signal });
    const [, fresh] = await Promise.all([authenticate({ now: 0, signal, rejected }), authenticate({ now: 0, signal })]);
    expect(fresh.headers).toEqual({ authorization: "Bearer v2" });
    expect(refreshes()).toBe(1);
  });

  test("a refresh that failed is tried again by the next call", async () => {
    let attempts = 0;
    const authenticate = authenticatorOf(({ refresh }) => {
      if (refresh && ++attempts === 1) throw new Error("down");
      return { accessToken: "v" };
    });
    const rejected = await authenticate({ now: 0, signal });
    await expect(authenticate({ now: 0, signal, rejected })).rejects.toThrow("down");
    await expect(authenticate({ now: 0, signal, rejected })).resolves.toMatchObject({ generation: 1 });
  });
});
