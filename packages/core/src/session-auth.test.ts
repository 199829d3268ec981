import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createClient } from "./create-client.ts";
import { operation } from "./create-operation.ts";
import type { PlatformDefinition } from "./platform.ts";
import { browserSessionAuth, sessionAuth } from "./session-auth.ts";
import { unwrap } from "./unwrap.ts";

type Credentials = { readonly sessionId: string; readonly csrfToken: string } | { readonly session: "browser" };

const names = { sessionCookie: "sid", csrfCookie: "csrf", csrfHeader: "x-csrf" };

const acme: PlatformDefinition<"acme", Credentials, {}> = {
  platform: "acme",
  title: "Acme",
  servers: { main: "https://acme.test/api" },
  auth: [sessionAuth(names), browserSessionAuth(names)],
  readFailure: () => undefined,
};

const getPet = operation<"acme", {}, unknown>("getPet", "get", "/pet", "json");
const addPet = operation<"acme", { body: unknown }, unknown>("addPet", "post", "/pets", "json");

function connect(auth: Credentials) {
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request);
    return Response.json({});
  };
  return { sent, client: createClient<"acme", {}, Credentials, {}>(acme, { fetch, auth }) };
}

test.each(["a b", "a;b", 'a"b', "a,b", "sid=a;", "a\nb", "ключ"])("a session cannot be %j", (sessionId) => {
  const make = (): unknown => connect({ sessionId, csrfToken: "c" });
  expect(make).toThrow(expect.objectContaining({ name: "ConfigError", option: "auth.sessionId" }));
  expect(make).not.toThrow(sessionId);
});

// In Chromium this runs on a real page, with its cookies.
describe("the browser's own session", () => {
  const hasPage = "document" in globalThis;
  const setToken = (token: string): void => {
    document.cookie = token === "" ? "csrf=; max-age=0" : `csrf=${token}`;
  };

  beforeEach(() => {
    if (!hasPage) vi.stubGlobal("document", { cookie: "" });
  });
  afterEach(() => {
    if (hasPage) setToken("");
    vi.unstubAllGlobals();
  });

  test("sends the browser's cookies and the token that the page can read", async () => {
    setToken("c=1");
    const { client, sent } = connect({ session: "browser" });
    await unwrap(addPet(client, { body: { name: "cat" } }));
    expect(sent[0]?.credentials).toBe("include");
    expect(sent[0]?.headers.get("x-csrf")).toBe("c=1");
    expect(await sent[0]?.json()).toEqual({ name: "cat" });
  });

  test("sends neither to another origin", async () => {
    setToken("c1");
    const { client, sent } = connect({ session: "browser" });
    await client.fetch("https://elsewhere.test/file");
    expect(sent[0]?.credentials).toBe("omit");
    expect(sent[0]?.headers.has("x-csrf")).toBe(false);
  });

  test("reads the token anew for each attempt, and lets the server judge without one", async () => {
    const { client, sent } = connect({ session: "browser" });
    for (const token of ["old", "new", ""]) {
      setToken(token);
      await unwrap(getPet(client));
    }
    expect(sent.map(({ headers }) => headers.get("x-csrf"))).toEqual(["old", "new", null]);
  });
});
