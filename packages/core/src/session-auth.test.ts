import { afterEach, describe, expect, test, vi } from "vitest";
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
const inNode = { sessionId: "s-123456", csrfToken: "c-123456" };

function connect(auth: Credentials | undefined, answer = (): Response => Response.json({})) {
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request);
    return answer();
  };
  return { sent, client: createClient<"acme", {}, Credentials, {}>(acme, { fetch, ...(auth && { auth }) }) };
}

afterEach(() => vi.unstubAllGlobals());

describe("a session given by its cookies", () => {
  test("is sent as cookies, with the token in a header, and Origin where something changes", async () => {
    const { client, sent } = connect(inNode);
    await unwrap(getPet(client));
    await unwrap(addPet(client, { body: {} }));
    const headers = sent.map((request) => Object.fromEntries(request.headers));
    expect(headers[0]).toMatchObject({ cookie: "sid=s-123456; csrf=c-123456", "x-csrf": "c-123456" });
    expect(headers[0]).not.toHaveProperty("origin");
    expect(headers[1]).toMatchObject({
      cookie: "sid=s-123456; csrf=c-123456",
      "x-csrf": "c-123456",
      origin: "https://acme.test",
    });
  });

  test("goes to no other origin, and is in no error", async () => {
    const { client, sent } = connect(inNode, () => Response.json("no session s-123456 c-123456", { status: 403 }));
    await client.fetch("https://elsewhere.test/file", { method: "POST" });
    expect([...(sent[0]?.headers.keys() ?? [])].filter((name) => /cookie|csrf|origin/.test(name))).toEqual([]);
    const { error } = await getPet(client);
    expect(`${String(error)}${JSON.stringify(error?.body)}`).not.toMatch(/[sc]-123456/);
  });

  test.each(["a b", "a;b", 'a"b', "a,b", "sid=a;", "a\nb", "ключ"])("cannot be %j", (sessionId) => {
    const make = (): unknown => connect({ ...inNode, sessionId });
    expect(make).toThrow(expect.objectContaining({ name: "ConfigError", option: "auth.sessionId" }));
    expect(make).not.toThrow(sessionId);
  });
});

describe("the browser's own session", () => {
  test("sends the browser's cookies and the token that the page can read", async () => {
    vi.stubGlobal("document", { cookie: "lang=de; csrf=c=1; other=2" });
    const { client, sent } = connect({ session: "browser" });
    await unwrap(addPet(client, { body: { name: "cat" } }));
    expect(sent[0]?.credentials).toBe("include");
    expect(sent[0]?.headers.get("x-csrf")).toBe("c=1");
    expect(await sent[0]?.json()).toEqual({ name: "cat" });
  });

  test("sends no cookies to another origin", async () => {
    vi.stubGlobal("document", { cookie: "csrf=c1" });
    const { client, sent } = connect({ session: "browser" });
    await client.fetch("https://elsewhere.test/file");
    expect(sent[0]?.credentials).toBe("omit");
    expect(sent[0]?.headers.has("x-csrf")).toBe(false);
  });

  test("reads the token anew for each attempt, and lets the server judge without one", async () => {
    const document = { cookie: "csrf=old" };
    vi.stubGlobal("document", document);
    const { client, sent } = connect({ session: "browser" });
    await unwrap(getPet(client));
    document.cookie = "csrf=new";
    await unwrap(getPet(client));
    document.cookie = "";
    await unwrap(getPet(client));
    expect(sent.map(({ headers }) => headers.get("x-csrf"))).toEqual(["old", "new", null]);
  });

  test("needs a page, and says what to give elsewhere", async () => {
    const { client, sent } = connect({ session: "browser" });
    await expect(getPet(client)).rejects.toMatchObject({
      name: "ConfigError",
      option: "auth.session",
      message: expect.stringContaining("sessionId") as unknown,
    });
    expect(sent).toHaveLength(0);
  });
});
