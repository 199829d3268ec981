import { expect, test } from "vitest";
import { listPets } from "../acme.ts";
import { sendJson, startServer } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";

test("1,000 parallel calls over clients with alternating scopes and credentials: no header bleeds", async () => {
  const server = await startServer(({ headers, url }, response) => {
    const seen = [headers["x-organization"], headers.authorization, new URL(url, "http://x").searchParams.get("zone")];
    // Late and out of order, so that calls overlap.
    setTimeout(() => sendJson(response, seen), Math.random() * 20);
  });
  const parent = createSubjectClient({ baseUrl: server.url });
  const clients = Array.from({ length: 10 }, (_, index) => {
    const scope = { organization: `org-${index}`, zone: `zone-${index}` };
    const client = parent.with({ ...scope, auth: async () => ({ accessToken: `token-${index}` }) });
    return { client, expected: [`org-${index}`, `Bearer token-${index}`, `zone-${index}`] };
  });
  const calls = Array.from({ length: 100 }, () => clients).flat();
  const answers = await Promise.all(calls.map(async ({ client }) => (await listPets(client)).data));
  expect(answers).toEqual(calls.map(({ expected }) => expected));
});

test("a child client changes nothing about its parent, and its own changes nothing about its siblings", async () => {
  const server = await startServer(({ headers }, response) => sendJson(response, [headers["x-organization"] ?? null]));
  const parent = createSubjectClient({ baseUrl: server.url, organization: "cats" });
  const dogs = parent.with({ organization: "dogs" });
  const everyone = parent.with({ organization: undefined });
  const answers = await Promise.all(
    [parent, dogs, everyone, parent].map(async (client) => (await listPets(client)).data),
  );
  expect(answers).toEqual([["cats"], ["dogs"], [null], ["cats"]]);
});
