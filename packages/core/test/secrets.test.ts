import {
  bearerAuth,
  clientScope,
  createClient,
  headerScope,
  operation,
  type PlatformDefinition,
} from "@labelwire/core";
import { describe, expect, test } from "vitest";
import { sendJson } from "./loopback.ts";
import { expectNotShown, noneIsSeen, shown, type AnyCredentials } from "./none-is-seen.ts";

const getPet = operation<"pets", { params: { path: { id: unknown } } }, unknown>("getPet", "get", "/pets/{id}", "json");
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
