import {
  browserSessionAuth,
  createClient,
  operation,
  sessionAuth,
  unwrap,
  type PlatformDefinition,
} from "@labelwire/core";
import { describe, expect, test } from "vitest";
import { sendJson, startServer, type Loopback } from "./loopback.ts";

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

function connect({ url }: Pick<Loopback, "url">, auth: Credentials = { sessionId: "s-123456", csrfToken: "c-123456" }) {
  return createClient<"acme", {}, Credentials, {}>(acme, { baseUrl: url, auth });
}

describe("a session given by its cookies", () => {
  test("is sent as cookies, with the token in a header, and Origin where something changes", async () => {
    const server = await startServer((_, response) => sendJson(response, {}));
    const client = connect(server);
    await unwrap(getPet(client));
    await unwrap(addPet(client, { body: {} }));
    const [read, write] = server.received.map(({ headers }) => headers);
    expect(read).toMatchObject({ cookie: "sid=s-123456; csrf=c-123456", "x-csrf": "c-123456" });
    expect(read).not.toHaveProperty("origin");
    expect(write).toMatchObject({ cookie: "sid=s-123456; csrf=c-123456", "x-csrf": "c-123456", origin: server.url });
  });

  test("goes to no other origin, and is in no error", async () => {
    const elsewhere = await startServer((_, response) => sendJson(response, {}));
    const server = await startServer((_, response) => sendJson(response, "no session s-123456 c-123456", 403));
    const client = connect(server);
    await client.fetch(`${elsewhere.url}/file`, { method: "POST" });
    const sent = Object.keys(elsewhere.received[0]?.headers ?? {});
    expect(sent.filter((name) => /cookie|csrf|origin/.test(name))).toEqual([]);
    const { error } = await getPet(client);
    expect(`${String(error)}${JSON.stringify(error?.body)}`).not.toMatch(/[sc]-123456/);
  });
});

test("the browser's own session needs a page, and says at the call what to give elsewhere", async () => {
  const server = await startServer((_, response) => sendJson(response, {}));
  await expect(getPet(connect(server, { session: "browser" }))).rejects.toMatchObject({
    name: "ConfigError",
    option: "auth.session",
    message: expect.stringContaining("sessionId") as unknown,
  });
  expect(server.received).toHaveLength(0);
});
