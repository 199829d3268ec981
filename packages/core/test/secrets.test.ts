import {
  bearerAuth,
  clientScope,
  createClient,
  headerAuth,
  headerScope,
  operation,
  type CallOptions,
  type PlatformDefinition,
} from "@labelwire/core";
import { describe, expect, test } from "vitest";
import { sendJson, startServer } from "./loopback.ts";
import { expectNotShown, noneIsSeen, shown, type AnyCredentials } from "./none-is-seen.ts";

const getPet = operation<"pets", CallOptions & { params: { path: { id: unknown } } }, unknown>(
  "getPet",
  "get",
  "/pets/{id}",
  "json",
);
const addPet = operation<"pets", { body: unknown }, unknown>("addPet", "post", "/pets", "json");

noneIsSeen("a parameter that cannot be sent", (client) => getPet(client, { params: { path: { id: ".." } } }), {
  answer: (_, response) => sendJson(response, {}),
  expected: "ConfigError",
});
noneIsSeen(
  "a body that cannot be sent",
  (client, { canaries }) => addPet(client, { body: { note: canaries, id: 1n } }),
  {
    answer: () => undefined,
    expected: "ConfigError",
  },
);
noneIsSeen(
  "an option that does not exist",
  (client, { auth }) => Promise.resolve(client.with({ authh: auth } as never)),
  {
    answer: () => undefined,
    expected: "ConfigError",
  },
);
noneIsSeen("the client itself", (client) => Promise.resolve(client), { answer: () => undefined, expected: "pets" });

describe("a credential for one call is not shown where the server says it back by its value", () => {
  const secret = "canary-of-one-call";
  test.each<[string, Record<string, string>]>([
    ["authorization", { authorization: `Bearer ${secret}` }],
    ["cookie", { cookie: `theme=dark; sessionid=${secret}; csrftoken=none` }],
    ["a header that a scheme of the platform sends", { "x-pets": secret }],
    ["a header with the name of a secret", { "x-other-api-key": secret }],
  ])("%s", async (_, headers) => {
    const server = await startServer((_request, response) =>
      sendJson(response, { fault: `no pet for ${secret}`, about: [secret] }, 400),
    );
    const definition: PlatformDefinition<"pets", AnyCredentials, object> = {
      platform: "pets",
      title: "Pets",
      servers: { main: server.url },
      auth: [headerAuth({ credential: "apiKey", header: "X-Pets" })],
      readFailure: (body) =>
        typeof body === "object" && body !== null && "fault" in body ? { message: String(body.fault) } : undefined,
    };
    const client = createClient(definition, { auth: { apiKey: "k-123456" } });
    const given = await getPet(client, { params: { path: { id: 7 } }, headers });
    client.use({
      onRequest: ({ request }) => {
        for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      },
    });
    const set = await getPet(client, { params: { path: { id: 7 } } });
    for (const { error } of [given, set]) {
      expect(shown(error)).toContain("no pet for [redacted]");
      expect(shown(error)).not.toContain(secret);
      expect(JSON.stringify(error?.body)).toBe('{"fault":"no pet for [redacted]","about":["[redacted]"]}');
    }
  });
});

describe("a malformed credential is not shown", () => {
  test.each([" canary-71c2", "canary-71c2 组织"])("%j", expectNotShown);
});

test("a malformed scope is not shown", () => {
  const definition: PlatformDefinition<"pets", AnyCredentials, { organization?: string }> = {
    platform: "pets",
    title: "Pets",
    servers: { main: "https://pets.example" },
    auth: [bearerAuth("accessToken")],
    scope: clientScope<{ organization?: string }>({ organization: headerScope("x-organization") }),
    readFailure: () => undefined,
  };
  for (const organization of ["canary\n", "canary 组织", " canary"]) {
    let thrown: unknown;
    try {
      createClient(definition, { auth: { accessToken: "t" }, organization });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: "ConfigError", option: "organization" });
    expect(shown(thrown)).not.toContain("canary");
  }
});
