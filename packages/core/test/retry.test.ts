import { isNetworkError } from "@labelwire/core";
import { createMockClock } from "@labelwire/core/msw";
import { describe, expect, test } from "vitest";
import { createAcmeClient, createPet, listPets } from "./acme.ts";
import { sendJson, startServer, type Answer } from "./loopback.ts";

/** Fails the first requests with a status, then answers. */
function failing(times: number, status: number, headers: Record<string, string> = {}): Answer {
  return ({ number }, response) =>
    number <= times ? sendJson(response, { fault: "busy" }, status, headers) : sendJson(response, []);
}

describe("which answers are asked for again", () => {
  test.each([408, 500, 502, 503, 504, 429])("a read after %i", async (status) => {
    const server = await startServer(failing(2, status));
    const { data } = await listPets(createAcmeClient({ baseUrl: server.url }));
    expect(data).toEqual([]);
    expect(server.received).toHaveLength(3);
  });

  test.each([400, 401, 403, 404, 409, 422, 501])("nothing after %i", async (status) => {
    const server = await startServer(failing(9, status));
    const { error } = await listPets(createAcmeClient({ baseUrl: server.url }));
    expect(error?.status).toBe(status);
    expect(server.received).toHaveLength(1);
  });

  test.each<[number, Record<string, string>, number]>([
    [429, {}, 3],
    [503, { "retry-after": "0" }, 3],
    [503, {}, 1],
    [503, { "retry-after": "soon" }, 1],
    [500, {}, 1],
    [502, { "retry-after": "0" }, 1],
  ])("a write after %i with %o is sent %i times in all", async (status, headers, times) => {
    const server = await startServer(failing(2, status, headers));
    await createPet(createAcmeClient({ baseUrl: server.url }), { body: { name: "Tom" } });
    expect(server.received).toHaveLength(times);
    for (const { body } of server.received) expect(body).toBe('{"name":"Tom"}');
  });

  test("a POST that the specification marks idempotent, like a read", async () => {
    const server = await startServer(failing(2, 500));
    const { data } = await createAcmeClient({ baseUrl: server.url }).POST("/pets/search", { body: { text: "cat" } });
    expect(data).toEqual([]);
    expect(server.received).toHaveLength(3);
  });

  test("no stream through an operation either", async () => {
    const server = await startServer(failing(2, 429));
    const info = { id: "import", method: "post", path: "/import", response: "json" } as const;
    const { error } = await createAcmeClient({ baseUrl: server.url }).call(info, {
      body: new Blob(["bytes"]).stream(),
    });
    expect(error).toMatchObject({ status: 429 });
    expect(server.received.map((request) => request.body)).toEqual(["bytes"]);
  });

  test("every kind of body that can be read again", async () => {
    const form = new FormData();
    form.set("file", new Blob(["bytes"]));
    for (const body of ["bytes", new Blob(["bytes"]), new TextEncoder().encode("bytes"), form]) {
      const server = await startServer(failing(2, 429));
      const client = createAcmeClient({ baseUrl: server.url });
      expect((await client.fetch("/pets", { method: "POST", body })).status).toBe(200);
      expect(server.received).toHaveLength(3);
      for (const request of server.received) expect(request.body).toContain("bytes");
    }
  });

  test("as often as told, and never with retry: false", async () => {
    for (const [retry, times] of [
      [{ maxAttempts: 5 }, 5],
      [{}, 3],
      [false, 1],
    ] as const) {
      const server = await startServer(failing(9, 429));
      await listPets(createAcmeClient({ baseUrl: server.url }), { retry });
      expect(server.received).toHaveLength(times);
    }
  });
});

describe("how long it waits", () => {
  test.each<[string, Record<string, string>, number | undefined]>([
    ["0", { "retry-after": "0" }, 0],
    ["seconds", { "retry-after": "7" }, 7_000],
  ])("Retry-After: %s", async (_, headers, expected) => {
    const clock = createMockClock();
    const server = await startServer(failing(1, 429, headers));
    await listPets(createAcmeClient({ baseUrl: server.url, clock, random: () => 0.5 }));
    expect(clock.pauses).toEqual([expected]);
  });
});

describe("connections", () => {
  test("refused: any method is sent again, and the error says what happened and how often", async () => {
    const codes: unknown[] = [];
    const client = createAcmeClient({
      // Port 1 is privileged and not listened on; nothing answers.
      baseUrl: "http://127.0.0.1:1",
      fetch: async (request) => {
        codes.push(request.method);
        throw new TypeError("fetch failed", {
          cause: Object.assign(new Error("connect refused"), { code: "ECONNREFUSED" }),
        });
      },
    });
    const call = createPet(client, { body: { name: "Tom" } });
    await expect(call).rejects.toMatchObject({
      name: "NetworkError",
      code: "ECONNREFUSED",
      attempts: 3,
      operation: "createPet",
    });
    expect(codes).toEqual(["POST", "POST", "POST"]);
  });

  test("a real refused connection and an unknown host are NetworkErrors", async () => {
    const retry = { maxAttempts: 2 } as const;
    const refused = listPets(createAcmeClient({ baseUrl: "http://127.0.0.1:1", retry }));
    await expect(refused).rejects.toMatchObject({ name: "NetworkError", attempts: 2 });
    const unknown = listPets(createAcmeClient({ baseUrl: "http://nowhere.invalid", retry }));
    await expect(unknown).rejects.toSatisfy(isNetworkError);
  });

  test.each(["DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID", "EPROTO", "ERR_SSL_WRONG_VERSION_NUMBER"])(
    "a TLS failure (%s) is not tried again",
    async (code) => {
      let times = 0;
      const client = createAcmeClient({
        fetch: async () => {
          times++;
          throw new TypeError("fetch failed", { cause: Object.assign(new Error("tls"), { code }) });
        },
      });
      await expect(listPets(client)).rejects.toMatchObject({ name: "NetworkError", code });
      expect(times).toBe(1);
    },
  );
});
