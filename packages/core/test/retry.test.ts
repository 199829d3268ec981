import { isApiError, isNetworkError, isTimeoutError, type Clock } from "@labelwire/core";
import { describe, expect, test } from "vitest";
import { createAcmeClient, createPet, getPet, listPets } from "./acme.ts";
import { sendJson, startServer, type Answer } from "./loopback.ts";

/** A clock whose waits are over at once, and which notes how long they would have been. */
function quickClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => 1_700_000_000_000,
    schedule: (callback, delayMs) => {
      // Deadlines are far longer than any wait between attempts.
      if (delayMs >= 60_000) return () => undefined;
      waits.push(delayMs);
      const timer = setTimeout(callback, 0);
      return () => clearTimeout(timer);
    },
  };
}

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

  test("no stream, which can be read only once", async () => {
    const server = await startServer(failing(2, 429));
    const client = createAcmeClient({ baseUrl: server.url });
    const body = new Blob(["bytes"]).stream();
    const response = await client.fetch("/pets", { method: "POST", body });
    expect(response.status).toBe(429);
    expect(server.received.map((request) => request.body)).toEqual(["bytes"]);
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
  const now = Date.parse("Tue, 14 Nov 2023 22:13:20 GMT");
  const date = (offsetMs: number): string => new Date(now + offsetMs).toUTCString();
  const hour = 3_600_000;

  test.each<[string, Record<string, string>, number | undefined]>([
    ["0", { "retry-after": "0" }, 0],
    ["seconds", { "retry-after": "7" }, 7_000],
    ["a future date", { "retry-after": date(9_000), date: date(0) }, 9_000],
    ["a past date", { "retry-after": date(-9_000), date: date(0) }, 0],
    ["a date by a server's clock that is an hour fast", { "retry-after": date(hour + 9_000), date: date(hour) }, 9_000],
    [
      "a date by a server's clock that is an hour slow",
      { "retry-after": date(-hour + 9_000), date: date(-hour) },
      9_000,
    ],
  ])("Retry-After: %s", async (_, headers, expected) => {
    const clock = quickClock();
    const server = await startServer(failing(1, 429, headers));
    await listPets(createAcmeClient({ baseUrl: server.url, clock, random: () => 0.5 }));
    expect(clock.waits).toEqual([expected]);
  });

  test.each(["-5", "soon", "3, 5", "1e3", "", "1.5", "Tue"])(
    "Retry-After: %j is none, so our own wait holds",
    async (value) => {
      const clock = quickClock();
      const server = await startServer(failing(1, 429, { "retry-after": value }));
      await listPets(createAcmeClient({ baseUrl: server.url, clock, random: () => 0.5 }));
      expect(clock.waits).toEqual([250]);
    },
  );

  test("a server that asks for more than the cap is not asked again, and not waited for", async () => {
    const server = await startServer(failing(1, 429, { "retry-after": "31" }));
    const clock = quickClock();
    const { error } = await listPets(createAcmeClient({ baseUrl: server.url, clock }));
    expect(error).toMatchObject({ status: 429, retryAfterMs: 31_000 });
    expect(server.received).toHaveLength(1);
    expect(clock.waits).toEqual([]);
  });

  test("nor is one that asks for more than the deadline leaves", async () => {
    const server = await startServer(failing(1, 429, { "retry-after": "5" }));
    const started = performance.now();
    const { error } = await listPets(createAcmeClient({ baseUrl: server.url }), { timeoutMs: 4_000 });
    expect(error?.status).toBe(429);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test("our own waits have full jitter below a doubling bound, at most maxDelayMs", async () => {
    for (const [random, expected] of [
      [0, [0, 0, 0, 0]],
      [0.999, [499.5, 999, 1_198.8, 1_198.8]],
    ] as const) {
      const clock = quickClock();
      const server = await startServer(failing(4, 500));
      const retry = { maxAttempts: 5, maxDelayMs: 1_200 };
      await listPets(createAcmeClient({ baseUrl: server.url, clock, random: () => random, retry }));
      expect(clock.waits).toEqual(expected);
    }
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

  test("reset before the head: a read is sent again, a write is not", async () => {
    const answer: Answer = ({ number, socket }, response) => {
      if (number % 2 === 1) socket.resetAndDestroy();
      else sendJson(response, []);
    };
    const server = await startServer(answer);
    const client = createAcmeClient({ baseUrl: server.url });
    expect((await listPets(client)).data).toEqual([]);
    expect(server.received).toHaveLength(2);
    await expect(createPet(client, { body: { name: "Tom" } })).rejects.toSatisfy(isNetworkError);
    expect(server.received).toHaveLength(3);
  });

  test("reset in the middle of the body: a read is sent again, a write is not", async () => {
    const server = await startServer(({ number, socket }, response) => {
      if (number % 2 === 0) return sendJson(response, []);
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write("[1,");
      return setTimeout(() => socket.resetAndDestroy(), 20);
    });
    const client = createAcmeClient({ baseUrl: server.url });
    expect((await listPets(client)).data).toEqual([]);
    expect(server.received).toHaveLength(2);
    await expect(createPet(client, { body: { name: "Tom" } })).rejects.toSatisfy(isNetworkError);
    expect(server.received).toHaveLength(3);
  });

  test("reset of a connection that was kept alive", async () => {
    const server = await startServer(({ number, socket }, response) => {
      if (number === 2) socket.resetAndDestroy();
      else sendJson(response, [number]);
    });
    const client = createAcmeClient({ baseUrl: server.url });
    expect((await listPets(client)).data).toEqual([1]);
    expect((await listPets(client)).data).toEqual([3]);
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

  test("a slow attempt of a read is given up and sent again", async () => {
    const server = await startServer(({ number }, response) => {
      if (number > 1) sendJson(response, []);
    });
    const { data } = await listPets(createAcmeClient({ baseUrl: server.url, attemptTimeoutMs: 100 }));
    expect(data).toEqual([]);
    const write = createPet(createAcmeClient({ baseUrl: (await startServer(() => undefined)).url }), {
      body: { name: "Tom" },
      attemptTimeoutMs: 50,
    });
    await expect(write).rejects.toSatisfy(
      (error) => isTimeoutError(error) && error.phase === "attempt" && error.timeoutMs === 50,
    );
  });
});

describe("budget", () => {
  test("a storm of callers adds at most 100 requests, children included", async () => {
    let requests = 0;
    const client = createAcmeClient({
      random: () => 0,
      fetch: async () => {
        requests++;
        return new Response("{}", { status: 500 });
      },
    });
    const clients = [client, client.with({ organization: "cats" })];
    await Promise.all(Array.from({ length: 500 }, (_, index) => listPets(clients[index % 2] ?? client)));
    expect(requests).toBe(600);
  });
});

describe("401", () => {
  const answer: Answer = ({ headers }, response) => {
    if (headers.authorization === "Bearer fresh-token") sendJson(response, []);
    else setTimeout(() => sendJson(response, { fault: "expired" }, 401), 10);
  };

  test("one refresh for any number of parallel calls, which are then sent again", async () => {
    const server = await startServer(answer);
    let token = "stale-token";
    let refreshes = 0;
    const client = createAcmeClient({
      baseUrl: server.url,
      auth: async ({ refresh }) => {
        if (refresh) {
          refreshes++;
          await new Promise((resolve) => setTimeout(resolve, 20));
          token = "fresh-token";
        }
        return { accessToken: token };
      },
    });
    const calls = [client, client.with({ organization: "cats" })].flatMap((each) =>
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0 ? listPets(each) : createPet(each, { body: { name: "Tom" } }),
      ),
    );
    for (const { error } of await Promise.all(calls)) expect(error).toBeUndefined();
    expect(refreshes).toBe(1);
    expect(server.received.length).toBe(80);
  });

  test("once a call, then the error; without retries too; and not for fixed credentials", async () => {
    const server = await startServer((_, response) => sendJson(response, { fault: "no" }, 401));
    const asked: boolean[] = [];
    const auth = ({ refresh }: { refresh: boolean }): { accessToken: string } => {
      asked.push(refresh);
      return { accessToken: "wrong-token" };
    };
    const { error } = await listPets(createAcmeClient({ baseUrl: server.url, auth, retry: false }));
    expect(isApiError(error) && error.status).toBe(401);
    expect(asked).toEqual([false, true]);
    expect(server.received).toHaveLength(2);

    await listPets(createAcmeClient({ baseUrl: server.url }));
    expect(server.received).toHaveLength(3);
  });

  test("what the refresh throws is what the call rejects with", async () => {
    const server = await startServer((_, response) => sendJson(response, {}, 401));
    const expired = new Error("log in again");
    const client = createAcmeClient({
      baseUrl: server.url,
      auth: ({ refresh }) => {
        if (refresh) throw expired;
        return { accessToken: "old-token" };
      },
    });
    await expect(getPet(client, { params: { path: { id: 1 } } })).rejects.toBe(expired);
  });
});
