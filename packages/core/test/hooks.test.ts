import { createRateLimiter, type Hooks } from "@labelwire/core";
import { describe, expect, test } from "vitest";
import { createAcmeClient, createPet, listPets } from "./acme.ts";
import { sendJson, startServer } from "./loopback.ts";

describe("hooks", () => {
  test("are told plain facts of every attempt, without secrets", async () => {
    const server = await startServer(({ number }, response) => {
      if (number === 1) sendJson(response, {}, 503);
      else sendJson(response, [], 200, { "x-request-id": "r-2" });
    });
    const told: [string, unknown][] = [];
    const note = (name: string) => (facts: unknown) => void told.push([name, facts]);
    const hooks: Hooks = {
      onRequest: note("request"),
      onResponse: note("response"),
      onRetry: note("retry"),
      onError: note("error"),
    };
    const client = createAcmeClient({ baseUrl: server.url, hooks, organization: "canary-organization" });
    await client.fetch("/pets?page=2&access_token=canary&X-Amz-Signature=canary#canary");

    const request = {
      operation: `GET ${server.url}/pets`,
      method: "GET",
      url: `${server.url}/pets?page=2&access_token=***&X-Amz-Signature=***`,
    };
    expect(told).toEqual([
      ["request", { ...request, attempt: 1 }],
      ["response", { ...request, attempt: 1, status: 503, durationMs: expect.any(Number), requestId: undefined }],
      ["retry", { ...request, attempt: 1, status: 503, error: undefined, delayMs: 0.5 }],
      ["request", { ...request, attempt: 2 }],
      ["response", { ...request, attempt: 2, status: 200, durationMs: expect.any(Number), requestId: "r-2" }],
    ]);
    expect(JSON.stringify(told)).not.toContain("canary");
  });

  test("are told the error of an attempt without an answer", async () => {
    const errors: unknown[] = [];
    const hooks: Hooks = { onError: ({ error, attempt }) => void errors.push([attempt, error]) };
    const call = createPet(createAcmeClient({ baseUrl: "http://127.0.0.1:1", hooks, retry: false }), {
      body: { name: "Tom" },
    });
    await expect(call).rejects.toThrow();
    expect(errors).toEqual([[1, expect.objectContaining({ name: "NetworkError" })]]);
  });

  test("break nothing by throwing or rejecting", async () => {
    const server = await startServer(({ number }, response) => sendJson(response, [], number === 1 ? 503 : 200));
    const fail = (): never => {
      throw new Error("hook");
    };
    // A void function to TypeScript all the same; its rejection, unhandled, would end a Node process.
    const reject: () => unknown = async () => fail();
    const hooks: Hooks = { onRequest: fail, onRetry: fail, onResponse: reject };
    expect((await listPets(createAcmeClient({ baseUrl: server.url, hooks }))).data).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
});

describe("middleware", () => {
  test("sees requests before credentials and answers after retries, and can change both", async () => {
    const server = await startServer(({ number, headers }, response) => {
      if (number === 1) sendJson(response, {}, 503);
      else sendJson(response, [headers["x-trace"]]);
    });
    const client = createAcmeClient({ baseUrl: server.url });
    const seen: unknown[] = [];
    client.use({
      onRequest: ({ request, schemaPath, params }) => {
        seen.push(schemaPath, params.query, request.headers.has("authorization"));
        const changed = new Request(request);
        changed.headers.set("x-trace", "1");
        return changed;
      },
      onResponse: async ({ response }) => {
        seen.push(response.status, await response.clone().json());
        return Response.json(["changed"], { headers: { "x-from": "middleware" } });
      },
    });
    const { data, response } = await listPets(client, { params: { query: { page: 2 } } });
    expect(data).toEqual(["changed"]);
    expect(response.headers.get("x-from")).toBe("middleware");
    expect(seen).toEqual(["/pets", { page: 2 }, false, 200, ["1"]]);
  });

  test("can answer itself, with a success or an error, which is decoded like any other", async () => {
    const client = createAcmeClient({ baseUrl: "http://127.0.0.1:1" });
    let answer = Response.json([{ id: 1, name: "Tom" }]);
    class Cache {
      readonly #answer = (): Response => answer;
      onRequest(): Response {
        return this.#answer();
      }
      onError(): void {}
    }
    client.use(new Cache());
    expect((await listPets(client)).data).toEqual([{ id: 1, name: "Tom" }]);
    answer = Response.json({ fault: "gone" }, { status: 410 });
    expect((await listPets(client)).error).toMatchObject({ status: 410, body: { fault: "gone" } });
  });

  test("can turn a failure into an answer, sees typed errors, and its own errors are thrown as they are", async () => {
    const client = createAcmeClient({ baseUrl: "http://127.0.0.1:1", retry: false });
    const errors: unknown[] = [];
    const rescue = {
      onError: ({ error }: { error: unknown }) => {
        errors.push(error);
        return Response.json([]);
      },
    };
    client.use(rescue);
    expect((await listPets(client)).data).toEqual([]);
    expect(errors).toEqual([expect.objectContaining({ name: "NetworkError" })]);
    client.eject(rescue);
    await expect(listPets(client)).rejects.toMatchObject({ name: "NetworkError" });
    const own = new Error("of the middleware");
    client.use({
      onRequest: () => {
        throw own;
      },
    });
    await expect(listPets(client)).rejects.toBe(own);
    expect(() => client.use(null as never)).toThrow("use takes objects");
  });

  test("what it makes of a request stays so over retries: body, headers and all that a fetch can be told", async () => {
    const sent: unknown[] = [];
    const client = createAcmeClient({
      fetch: async (request) => {
        const { cache, headers } = request;
        sent.push([cache, headers.get("x-trace"), headers.get("content-type"), await request.text()]);
        return sent.length < 3 ? new Response(null, { status: 429 }) : Response.json({ id: 1, name: "Tom" });
      },
    });
    client.use({
      onRequest: ({ request }) => new Request(request, { cache: "no-store", headers: { "x-trace": "1" } }),
    });
    await createPet(client, { body: { name: "Tom" } });
    expect(sent).toEqual(Array(3).fill(["no-store", "1", null, '{"name":"Tom"}']));
  });

  test("leaves forms and streams whole", async () => {
    const server = await startServer(({ number }, response) => sendJson(response, {}, number === 1 ? 429 : 200));
    const client = createAcmeClient({ baseUrl: server.url });
    client.use({ onRequest: () => undefined });
    await client.PUT("/pets/{id}/photo", { params: { path: { id: 7 } }, body: { file: new Blob(["bytes"]) } });
    const info = { id: "import", method: "post", path: "/import", response: "json" } as const;
    await client.call(info, { body: new Blob(["stream"]).stream() });
    expect(server.received).toHaveLength(3);
    for (const { headers, body } of server.received.slice(0, 2)) {
      expect(body).toContain(/boundary=(.+)$/.exec(headers["content-type"] ?? "")?.[1]);
      expect(body).toContain("bytes");
    }
    expect(server.received[2]?.body).toBe("stream");
    expect(server.received[2]?.headers["transfer-encoding"]).toBe("chunked");
  });

  test("a child starts with its parent's, and each goes its own way from there", async () => {
    const server = await startServer(({ headers }, response) => sendJson(response, [headers["x-a"], headers["x-b"]]));
    const add = (name: string) => ({
      onRequest: ({ request }: { request: Request }) => request.headers.set(name, "1"),
    });
    const parent = createAcmeClient({ baseUrl: server.url });
    parent.use(add("x-a"));
    const child = parent.with({ organization: "cats" });
    parent.use(add("x-b"));
    expect((await listPets(parent)).data).toEqual(["1", "1"]);
    expect((await listPets(child)).data).toEqual(["1", null]);
  });
});

test("fetch is looked up at each request, and can be the user's own", async () => {
  const client = createAcmeClient({ baseUrl: "http://127.0.0.1:1" });
  const original = globalThis.fetch;
  globalThis.fetch = async () => Response.json(["late"]);
  try {
    expect((await listPets(client)).data).toEqual(["late"]);
  } finally {
    globalThis.fetch = original;
  }
});

test("a limiter is asked before every request to the platform, retries included, and before no other", async () => {
  const server = await startServer(({ number }, response) => sendJson(response, [], number === 2 ? 503 : 200));
  const foreign = await startServer((_, response) => sendJson(response, []));
  let asked = 0;
  const limiter = {
    acquire: async (): Promise<void> => {
      asked++;
      await Promise.resolve();
      expect(server.received).toHaveLength(asked - 1);
    },
  };
  const client = createAcmeClient({ baseUrl: server.url, limiter });
  await listPets(client);
  await client.fetch(foreign.url);
  await listPets(client.with({ organization: "cats" }));
  expect(asked).toBe(3);
});

test("a limiter that is waited for is bounded by the deadline", async () => {
  const limiter = createRateLimiter({ requests: 1, perMs: 60_000 });
  const client = createAcmeClient({ fetch: async () => Response.json([]), limiter });
  await listPets(client);
  await expect(listPets(client, { timeoutMs: 50 })).rejects.toMatchObject({ name: "TimeoutError", phase: "total" });
});
