import {
  basicAuth,
  bearerAuth,
  createClient,
  headerAuth,
  headerScope,
  operation,
  signedAuth,
  tokenAuth,
  type AuthOption,
  type AuthScheme,
  type Client,
  type ClientOptions,
  type Hooks,
  type PlatformDefinition,
} from "@labelwire/core";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { sendJson, startServer, type Answer } from "./loopback.ts";

type AnyCredentials = Record<string, string>;
type Pets = Client<"pets", object, AnyCredentials, { organization?: string }>;
type Options = Omit<ClientOptions<AnyCredentials>, "auth"> & { organization?: string };

interface Kind {
  readonly scheme: AuthScheme<AnyCredentials>;
  readonly auth: AuthOption<AnyCredentials>;
  /** What must not be seen: the credential, and what is sent of it. */
  readonly canaries: readonly string[];
}

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

const kinds: Readonly<Record<string, Kind>> = {
  header: {
    scheme: headerAuth({ credential: "apiKey", header: "x-api-key" }),
    auth: { apiKey: "canary-header-71c2" },
    canaries: ["canary-header-71c2"],
  },
  bearer: {
    scheme: bearerAuth("accessToken"),
    auth: { accessToken: "canary-bearer-71c2" },
    canaries: ["canary-bearer-71c2"],
  },
  token: { scheme: tokenAuth("token"), auth: { token: "canary-token-71c2" }, canaries: ["canary-token-71c2"] },
  basic: {
    scheme: basicAuth(),
    auth: { username: "canary-user", password: "canary-password-71c2" },
    canaries: ["canary-password-71c2", Buffer.from("canary-user:canary-password-71c2").toString("base64")],
  },
  signed: {
    scheme: signedAuth({
      credentials: ["accessKey", "secretKey"],
      sign: ({ accessKey, secretKey }) => ({ "x-key": accessKey, "x-sign": sha(secretKey) }),
    }),
    auth: { accessKey: "canary-access-71c2", secretKey: "canary-secret-71c2" },
    canaries: ["canary-access-71c2", "canary-secret-71c2", sha("canary-secret-71c2")],
  },
  "an async function": {
    scheme: bearerAuth("accessToken"),
    auth: ({ refresh }) => Promise.resolve({ accessToken: `canary-fresh-71c2-${String(refresh)}` }),
    canaries: ["canary-fresh-71c2"],
  },
};

const getPet = operation<"pets", { params: { path: { id: unknown } } }, unknown>("getPet", "get", "/pets/{id}", "json");
const addPet = operation<"pets", { body: unknown }, unknown>("addPet", "post", "/pets", "json");

/** Everything that a log could show of a value. */
function shown(value: unknown): string {
  const parts = [inspect(value, { depth: 12, showHidden: true, getters: true }), String(value), JSON.stringify(value)];
  if (value instanceof Error) parts.push(value.message, value.stack ?? "", shown(value.cause));
  return parts.join("\n");
}

/** Runs work with a client of each kind of credential; fails if a canary is seen in an error, a result or a hook. */
function noneIsSeen(
  name: string,
  work: (client: Pets, kind: Kind) => Promise<unknown>,
  { answer, expected, ...options }: Options & { answer: Answer; expected: string | RegExp },
): void {
  describe(name, () => {
    test.each(Object.entries(kinds))("%s", async (_, kind) => {
      const seen: unknown[] = [];
      const note = (facts: unknown): void => void seen.push(facts);
      const hooks: Hooks = { onRequest: note, onResponse: note, onRetry: note, onError: note };
      const definition: PlatformDefinition<"pets", AnyCredentials, { organization?: string }> = {
        platform: "pets",
        title: "Pets",
        servers: { main: (await startServer(answer)).url },
        auth: [kind.scheme],
        scope: { organization: headerScope("x-organization") },
        readFailure: (body) =>
          typeof body === "object" && body !== null && "fault" in body
            ? { message: String(body.fault), details: body, code: "E1" }
            : undefined,
      };
      const options_ = { auth: kind.auth, hooks, random: () => 0.001, ...options };
      try {
        const client: Pets = createClient(definition, options_);
        const result = await work(client, kind);
        seen.push(typeof result === "object" && result !== null && "error" in result ? result.error : result);
      } catch (thrown) {
        seen.push(thrown);
      }
      const text = seen.map(shown).join("\n");
      expect(shown(seen.at(-1))).toMatch(expected);
      for (const canary of kind.canaries) expect(text).not.toContain(canary);
    });
  });
}

/** A server that says back all it was told, as debugging proxies and careless servers do. */
function echo(status: number, write: (told: string) => string, mediaType = "application/json"): Answer {
  return ({ headers, rawHeaders = headers }: { headers: object; rawHeaders?: object }, response) => {
    response.writeHead(status, { "content-type": mediaType, "x-request-id": "r-1" });
    response.end(write(JSON.stringify(rawHeaders)));
  };
}

const read = (client: Pets): Promise<unknown> => getPet(client, { params: { path: { id: 7 } } });
const json = (told: string): string => `{"fault":${JSON.stringify(`bad request: ${told}`)},"told":${told}}`;

noneIsSeen("an HTTP error that echoes the request", read, { answer: echo(400, json), expected: "ApiError" });
noneIsSeen("a 401 that echoes the request", read, { answer: echo(401, json), expected: "check the credential" });
noneIsSeen("a failure inside HTTP 200 that echoes the request", read, {
  answer: echo(200, json),
  expected: "with a failure",
});
noneIsSeen("an error as text", read, {
  answer: echo(500, (told) => told, "text/plain"),
  retry: false,
  expected: "ApiError",
});
noneIsSeen("an error page", read, {
  answer: echo(502, (told) => `<html><title>${told.replaceAll('"', "'")}</title>`, "text/html"),
  retry: false,
  expected: "502 Bad Gateway to getPet: {",
});
noneIsSeen("truncated JSON", read, { answer: echo(200, (told) => json(told).slice(0, -1)), expected: "DecodeError" });
noneIsSeen("a login page", read, {
  answer: echo(200, (told) => `<pre>${told}`, "text/html"),
  expected: "is text/html",
});
noneIsSeen("a body over the limit", read, {
  answer: echo(200, (told) => told.repeat(99)),
  maxResponseBytes: 500,
  expected: "is larger than",
});
noneIsSeen("a redirect to another origin", read, {
  answer: (_, response) => response.writeHead(302, { location: "https://elsewhere.example/" }).end(),
  expected: "redirected getPet to another origin",
});
noneIsSeen("a connection reset", read, { answer: ({ socket }) => socket.resetAndDestroy(), expected: "NetworkError" });
noneIsSeen("a body that breaks off", read, {
  answer: (_, response) => response.writeHead(200, { "content-length": 99 }).write("[", () => response.destroy()),
  expected: "NetworkError",
});
noneIsSeen("a deadline", read, {
  answer: () => undefined,
  attemptTimeoutMs: 20,
  retry: false,
  expected: "TimeoutError",
});
noneIsSeen(
  "an abort",
  (client) => getPet(client, { params: { path: { id: 7 } }, signal: AbortSignal.timeout(20) } as never),
  {
    answer: () => undefined,
    expected: "TimeoutError",
  },
);
noneIsSeen("a fetch of the user's that throws the request", read, {
  answer: () => undefined,
  retry: false,
  fetch: (request) => {
    const headers = Object.fromEntries(request.headers);
    const thrown = new TypeError(`failed: ${JSON.stringify(headers)}`);
    throw Object.assign(thrown, { request, headers, config: { headers }, cause: new Error(JSON.stringify(headers)) });
  },
  expected: "NetworkError",
});
noneIsSeen("client.fetch through a fetch of the user's that throws the request", (client) => client.fetch("/pets"), {
  answer: () => undefined,
  retry: false,
  fetch: (request) =>
    Promise.reject(Object.assign(new TypeError("failed"), { request, headers: [...request.headers] })),
  expected: "NetworkError",
});
noneIsSeen("a parameter that cannot be sent", (client) => getPet(client, { params: { path: { id: ".." } } }), {
  answer: () => undefined,
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

describe("a malformed credential is not shown", () => {
  const malformed = ["canary-71c2\r\nx-admin: 1", "canary-71c2\0", " canary-71c2", "canary-71c2 组织"];
  const schemes = Object.values(kinds).slice(0, 5);
  test.each(malformed)("%j", async (value) => {
    for (const { scheme } of schemes) {
      const auth = Object.fromEntries(scheme.credentials.map((name) => [name, value]));
      for (const given of [auth, () => auth]) {
        const seen: unknown[] = [];
        const note = (facts: unknown): void => void seen.push(facts);
        try {
          const client: Pets = createClient(
            {
              platform: "pets",
              title: "Pets",
              servers: { main: (await startServer((_, response) => sendJson(response, {}))).url },
              auth: [scheme],
              readFailure: () => undefined,
            },
            { auth: given, hooks: { onError: note } },
          );
          seen.push(await read(client));
        } catch (thrown) {
          seen.push(thrown);
        }
        expect(seen.map(shown).join("\n")).not.toContain("canary-71c2");
      }
    }
  });
});

test("a malformed scope is not shown", () => {
  const definition: PlatformDefinition<"pets", AnyCredentials, { organization?: string }> = {
    platform: "pets",
    title: "Pets",
    servers: { main: "https://pets.example" },
    auth: [bearerAuth("accessToken")],
    scope: { organization: headerScope("x-organization") },
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
