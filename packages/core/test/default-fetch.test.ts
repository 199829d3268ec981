import { createClient, operation, signedAuth, type AuthScheme } from "@labelwire/core";
import { expect, onTestFinished, test, vi } from "vitest";
import { createAcmeClient, createPet, getPet, listPets } from "./acme.ts";

/** Puts another fetch in the place of the runtime's for one test. */
function replaceFetch(answer: () => Promise<Response>): { readonly calls: readonly (readonly unknown[])[] } {
  const fetch = vi.spyOn(globalThis, "fetch").mockImplementation(answer);
  onTestFinished(() => {
    fetch.mockRestore();
  });
  return fetch.mock;
}

test("a call without a body is sent as text and init, which every interceptor takes, and one with a body as a Request", async () => {
  const { calls } = replaceFetch(async () => Response.json({}));
  const client = createAcmeClient({ baseUrl: "https://acme.example", organization: "cats" });
  await getPet(client, { params: { path: { id: 7 } } });
  await createPet(client, { body: { name: "Tom" } });
  expect(calls[0]?.[0]).toBe("https://acme.example/pets/7");
  expect(calls[0]?.[1]).toMatchObject({ method: "GET", redirect: "manual" });
  expect(new Request("https://acme.example", calls[0]?.[1] as RequestInit).headers.get("accept")).toBe(
    "application/json",
  ); // an init, just checked
  expect(calls[1]?.[0]).toBeInstanceOf(Request);
});

test("a fetch of the user's own is given a Request, whatever is sent", async () => {
  const fetch = vi.fn<(request: Request) => Promise<Response>>(async () => Response.json([]));
  await listPets(createAcmeClient({ baseUrl: "https://acme.example", fetch }));
  expect(fetch.mock.calls[0]?.[0]).toBeInstanceOf(Request);
});

test.each([
  ["value", { "x-signature": "canary-2f7a91\r\nx-admin: 1" }],
  ["name", { "x signature": "canary-2f7a91" }],
])(
  "a signature that makes a header with a %s that none can have is a ConfigError, sent nowhere",
  async (_, headers) => {
    const auth: readonly AuthScheme<{ key: string }>[] = [signedAuth({ credentials: ["key"], sign: () => headers })];
    const servers = { main: "http://127.0.0.1:1" };
    const definition = { platform: "signed" as const, title: "Signed", servers, auth, readFailure: () => undefined };
    const client = createClient<"signed", object, { key: string }, object>(definition, { auth: { key: "key-123456" } });
    const failure: unknown = await operation("getPet", "get", "/pet", "json")(client).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "ConfigError", option: "init" });
    expect(String(failure)).not.toContain("canary-2f7a91");
  },
);
