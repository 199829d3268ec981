import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createAcmeClient, getPet } from "./acme.ts";
import { createAcmeMock } from "./acme-mock.ts";

const mock = createAcmeMock({ state: { pets: [{ name: "tom" }] } });
const server = setupServer(...mock.handlers);
const url = "https://api.acme.test/v1";
const headers = { authorization: "Bearer any", "content-type": "application/json" };

beforeAll(() => {
  // msw 3 renamed the option, and takes no notice of the old name.
  const options = { onUnhandledRequest: "error", onUnhandledFrame: "error" } as const;
  server.listen(options);
});
afterEach(() => {
  mock.reset();
});
afterAll(() => {
  server.close();
});

describe("the mock behind msw", () => {
  test("answers what mock.fetch answers", async () => {
    const intercepted = await fetch(`${url}/pets/1`, { headers });
    const direct = await mock.fetch(`${url}/pets/1`, { headers });
    expect([intercepted.status, await intercepted.json()]).toEqual([200, await direct.json()]);
  });

  test("reads a body, and lets a resolver read it too", async () => {
    mock.on("createPet", async ({ body, request, respond }) =>
      respond(201, { name: `${body.name} ${String((await request.text()).length)}` }),
    );
    const response = await fetch(`${url}/pets`, { method: "POST", headers, body: '{"name":"rex"}' });
    expect(await response.json()).toMatchObject({ name: "rex 14" });
    expect(mock.requests("createPet")).toMatchObject([{ body: { name: "rex" } }]);
  });

  test("a path of the platform's that has no operation is answered, loudly", async () => {
    const response = await fetch(`${url}/pats/1`, { headers });
    expect([response.status, await response.json()]).toEqual([
      404,
      { error: expect.stringContaining("Nearest: getPet") },
    ]);
  });

  test("a foreign origin is left to msw", async () => {
    await expect(fetch("https://elsewhere.test/v1/pets/1")).rejects.toThrow();
    expect(mock.requests()).toEqual([]);
  });

  test("a resolver that throws, or answers what it may not, is answered 501, which no client sends again for", async () => {
    const client = createAcmeClient({ baseUrl: url });
    const params = { path: { id: 7 } };
    mock.on("getPet", () => {
      throw new TypeError("no such pet");
    });
    expect((await getPet(client, { params })).error).toMatchObject({
      status: 501,
      body: { error: 'The resolver given to on("getPet") threw TypeError: no such pet' },
    });
    // @ts-expect-error 418 is not documented
    mock.on("getPet", ({ respond }) => respond(418, {}));
    expect((await getPet(client, { params })).error).toMatchObject({
      status: 501,
      body: { error: expect.stringContaining("no status 418 for getPet") as unknown },
    });
    expect(mock.requests()).toHaveLength(2);
  });

  test("a connection that breaks breaks here too, and so does a body", async () => {
    mock.fail("getPet", { networkError: true, times: 1 });
    await expect(fetch(`${url}/pets/1`, { headers })).rejects.toThrow(TypeError);
    mock.fail("getPet", { networkError: true, truncate: true, times: 1 });
    const response = await fetch(`${url}/pets/1`, { headers });
    await expect(response.text()).rejects.toThrow();
  });

  test("a wait ends when its request is aborted", async () => {
    mock.fail("getPet", { delayMs: 60_000 });
    await expect(fetch(`${url}/pets/1`, { headers, signal: AbortSignal.timeout(30) })).rejects.toThrow();
  });
});
