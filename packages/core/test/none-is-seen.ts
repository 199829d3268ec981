import {
  basicAuth,
  bearerAuth,
  clientScope,
  headerAuth,
  headerScope,
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
import { subject } from "./hazards/subject.ts";

export type AnyCredentials = Record<string, string>;
export type Pets = Client<"pets", object, AnyCredentials, { organization?: string }>;
type Options = Omit<ClientOptions<AnyCredentials>, "auth"> & { organization?: string };

/** A kind of credential. */
export interface Kind {
  readonly scheme: AuthScheme<AnyCredentials>;
  readonly auth: AuthOption<AnyCredentials>;
  /** What must not be seen: the credential, and what is sent of it. */
  readonly canaries: readonly string[];
}

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

/** One of each kind, with canaries in the place of what is secret. */
export const kinds: Readonly<Record<string, Kind>> = {
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

/** Everything that a log could show of a value. */
export function shown(value: unknown): string {
  const parts = [inspect(value, { depth: 12, showHidden: true, getters: true }), String(value), JSON.stringify(value)];
  if (value instanceof Error) parts.push(value.message, value.stack ?? "", shown(value.cause));
  return parts.join("\n");
}

/** Runs work with a client of each kind of credential; fails if a canary is seen in an error, a result or a hook. */
export function noneIsSeen(
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
        scope: clientScope<{ organization?: string }>({ organization: headerScope("x-organization") }),
        readFailure: (body) =>
          typeof body === "object" && body !== null && "fault" in body
            ? { message: String(body.fault), details: body, code: "E1" }
            : undefined,
      };
      const options_ = { auth: kind.auth, hooks, random: () => 0.001, ...options };
      try {
        const client: Pets = subject.createClient(definition, options_);
        const result = await work(client, kind);
        seen.push(typeof result === "object" && result !== null && "error" in result ? result.error : result);
      } catch (thrown) {
        seen.push(thrown);
      }
      const text = seen.map(shown).join("\n");
      for (const canary of kind.canaries) expect(text).not.toContain(canary);
      expect(shown(seen.at(-1))).toMatch(expected);
    });
  });
}

/** Fails if the malformed credential is seen in what comes of it, whatever kind it is of. */
export async function expectNotShown(value: string): Promise<void> {
  const server = await startServer((_, response) => sendJson(response, {}));
  for (const { scheme } of Object.values(kinds).slice(0, 5)) {
    const auth = Object.fromEntries(scheme.credentials.map((name) => [name, value]));
    for (const given of [auth, () => auth]) {
      const seen: unknown[] = [];
      const note = (facts: unknown): void => void seen.push(facts);
      const definition: PlatformDefinition<"pets", AnyCredentials, { organization?: string }> = {
        platform: "pets",
        title: "Pets",
        servers: { main: server.url },
        auth: [scheme],
        readFailure: () => undefined,
      };
      try {
        const client: Pets = subject.createClient(definition, { auth: given, hooks: { onError: note } });
        seen.push(await client.call({ id: "listPets", method: "get", path: "/pets", response: "json" }));
      } catch (thrown) {
        seen.push(thrown);
      }
      expect(seen.map(shown).join("\n")).not.toContain(value.trim().slice(0, 11));
    }
  }
}
