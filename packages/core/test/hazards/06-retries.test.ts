import { createServer as createSecureServer } from "node:https";
import { createServer } from "node:net";
import { systemClock, type Clock } from "@labelwire/core";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPet, listPets } from "../acme.ts";
import { sendJson, startServer, type Answer } from "../loopback.ts";
import { makeCertificate } from "./make-certificate.ts";
import { createSubjectClient } from "./subject-client.ts";

/** The limits of calls and of attempts that hold where none is given, and one that a test gives. No wait between attempts is as long. */
const limits = [600_000, 120_000, 1_900];

/** A clock whose waits are over at once, and which notes how long they would have been. */
function quickClock(): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    now: () => 1_700_000_000_000,
    schedule: (callback, delayMs) => {
      if (limits.includes(delayMs)) return () => undefined;
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

/** How long a client waits after a 429 with these headers. */
async function waitsAfter(headers: Record<string, string>): Promise<readonly number[]> {
  const clock = quickClock();
  const server = await startServer(failing(1, 429, headers));
  await listPets(createSubjectClient({ baseUrl: server.url, clock, random: () => 0.5 }));
  expect(server.received).toHaveLength(2);
  return clock.waits;
}

describe("Retry-After", () => {
  const now = Date.parse("Tue, 14 Nov 2023 22:13:20 GMT");
  const date = (offsetMs: number): string => new Date(now + offsetMs).toUTCString();
  const hour = 3_600_000;

  test.each<[string, Record<string, string>, number]>([
    ["a date to come", { "retry-after": date(9_000), date: date(0) }, 9_000],
    ["a date that has passed", { "retry-after": date(-9_000), date: date(0) }, 0],
    ["a date by a server's clock that is an hour fast", { "retry-after": date(hour + 9_000), date: date(hour) }, 9_000],
    [
      "a date by a server's clock that is an hour slow",
      { "retry-after": date(9_000 - hour), date: date(-hour) },
      9_000,
    ],
  ])("of %s is waited for, by the server's own clock", async (_, headers, expected) => {
    expect(await waitsAfter(headers)).toEqual([expected]);
  });

  test.each([
    ["a negative number", "-5"],
    ["text", "soon"],
    ["a list", "3, 5"],
    ["an exponent", "1e1"],
    ["nothing", ""],
    ["a fraction", "1.5"],
    ["hexadecimal", "0x5"],
    ["half a date", "Tue"],
  ])("of %s is none, so that our own wait holds", async (_, value) => {
    expect(await waitsAfter({ "retry-after": value })).toEqual([250]);
  });

  test.each([
    ["half a minute and more", "31"],
    ["thirty years", "1000000000"],
    ["more than a number holds", "9".repeat(400)],
  ])("of %s is not waited for: the call ends at once", async (_, value) => {
    const clock = quickClock();
    const server = await startServer(failing(1, 429, { "retry-after": value }));
    const { error } = await listPets(createSubjectClient({ baseUrl: server.url, clock }));
    expect(error).toMatchObject({ status: 429, retryAfterMs: Math.min(Number(value), 1e9) * 1000 });
    expect(server.received).toHaveLength(1);
    expect(clock.waits).toEqual([]);
  });

  test("of more than the deadline leaves is not waited for either", async () => {
    const server = await startServer(failing(1, 429, { "retry-after": "2" }));
    const clock = quickClock();
    const { error } = await listPets(createSubjectClient({ baseUrl: server.url, clock }), { timeoutMs: 1_900 });
    expect(error).toMatchObject({ status: 429 });
    expect(clock.waits).toEqual([]);
  });
});

test("our own waits have full jitter below a doubling bound, at most maxDelayMs", async () => {
  for (const [random, expected] of [
    [0, [0, 0, 0, 0]],
    [0.999, [499.5, 999, 1_198.8, 1_198.8]],
  ] as const) {
    const clock = quickClock();
    const server = await startServer(failing(4, 500));
    const retry = { maxAttempts: 5, maxDelayMs: 1_200 };
    await listPets(createSubjectClient({ baseUrl: server.url, clock, random: () => random, retry }));
    expect(clock.waits).toEqual(expected);
  }
});

test("five hundred callers that fail together add at most 100 requests, children of the client included", async () => {
  let requests = 0;
  const fetch = async (): Promise<Response> => {
    requests++;
    return new Response("{}", { status: 500 });
  };
  const client = createSubjectClient({ random: () => 0, fetch });
  const clients = [client, client.with({ organization: "cats" })];
  await Promise.all(Array.from({ length: 500 }, (_, index) => listPets(clients[index % 2] ?? client)));
  expect(requests).toBe(600);
});

describe("a write is not sent twice", () => {
  test.each([500, 502, 503, 504])("after %i", async (status) => {
    const server = await startServer(failing(1, status));
    const { error } = await createPet(createSubjectClient({ baseUrl: server.url }), { body: { name: "Tom" } });
    expect(server.received).toHaveLength(1);
    expect(error).toMatchObject({ status });
  });

  test("after a connection that was reset before the head of the answer", async () => {
    const server = await startServer(({ number, socket }, response) => {
      if (number === 1) socket.resetAndDestroy();
      else sendJson(response, []);
    });
    const call = createPet(createSubjectClient({ baseUrl: server.url }), { body: { name: "Tom" } });
    await expect(call).rejects.toMatchObject({ name: "NetworkError", attempts: 1 });
    expect(server.received).toHaveLength(1);
  });

  test("after a kept connection that was reset; a read is", async () => {
    const server = await startServer(({ number, socket }, response) => {
      if (number % 2 === 0) socket.resetAndDestroy();
      else sendJson(response, [number]);
    });
    const client = createSubjectClient({ baseUrl: server.url });
    expect((await listPets(client)).data).toEqual([1]);
    expect((await listPets(client)).data).toEqual([3]);
    await expect(createPet(client, { body: { name: "Tom" } })).rejects.toMatchObject({ name: "NetworkError" });
    expect(server.received).toHaveLength(4);
  });

  test("after an attempt that took too long; a read is", async () => {
    let timeIsUp = (): void => undefined;
    const clock: Clock = {
      ...systemClock,
      schedule: (callback, delayMs) => {
        if (delayMs !== 100) return systemClock.schedule(callback, delayMs);
        timeIsUp = callback;
        return () => undefined;
      },
    };
    const server = await startServer(({ number }, response) => {
      if (number === 2) sendJson(response, []);
      else timeIsUp();
    });
    const client = createSubjectClient({ baseUrl: server.url, clock, attemptTimeoutMs: 100 });
    expect((await listPets(client)).data).toEqual([]);
    await expect(createPet(client, { body: { name: "Tom" } })).rejects.toMatchObject({ phase: "attempt" });
    expect(server.received).toHaveLength(3);
  });
});

test("a body that is a stream is not sent twice", async () => {
  const server = await startServer(failing(1, 429));
  const init = { method: "PUT", body: new Blob(["bytes"]).stream(), duplex: "half" } as const;
  const response = await createSubjectClient({ baseUrl: server.url }).fetch("/pets", init);
  expect(server.received.map(({ body }) => body)).toEqual(["bytes"]);
  expect(response.status).toBe(429);
});

test("a read whose connection is reset in the middle of the body is sent again, a write is not", async () => {
  const server = await startServer(({ number, socket }, response) => {
    if (number % 2 === 0) return sendJson(response, []);
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    return response.write("[1,", () => setTimeout(() => socket.resetAndDestroy(), 20));
  });
  const client = createSubjectClient({ baseUrl: server.url });
  expect((await listPets(client)).data).toEqual([]);
  await expect(createPet(client, { body: { name: "Tom" } })).rejects.toMatchObject({ name: "NetworkError" });
  expect(server.received).toHaveLength(3);
});

describe("a connection that cannot be made", () => {
  test("because it is refused is tried again after a wait, a write too, and found when the server is up", async () => {
    const reserved = createServer();
    const listen = (port: number): Promise<void> =>
      new Promise((resolve) => {
        reserved.listen(port, "127.0.0.1", resolve);
      });
    await listen(0);
    const address = reserved.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await new Promise((resolve) => reserved.close(resolve));
    reserved.on("connection", (socket) =>
      socket.once("data", () =>
        socket.end("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}"),
      ),
    );
    onTestFinished(() => void reserved.close());
    setTimeout(() => void listen(port), 200);
    const client = createSubjectClient({ baseUrl: `http://127.0.0.1:${port}`, random: () => 0.999 });
    expect((await createPet(client, { body: { name: "Tom" } })).data).toEqual({});
  });

  test("because nobody knows the host is tried again after a wait, and the error says how often", async () => {
    const clock = quickClock();
    const client = createSubjectClient({ baseUrl: "http://nowhere.invalid", clock, random: () => 0.5 });
    await expect(listPets(client)).rejects.toMatchObject({ name: "NetworkError", attempts: 3 });
    expect(clock.waits).toEqual([250, 500]);
  });

  test("because nobody vouches for the certificate is not tried again", async () => {
    const { key, certificate } = makeCertificate();
    let connections = 0;
    const server = createSecureServer({ key, cert: certificate }).on("connection", () => connections++);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const call = listPets(createSubjectClient({ baseUrl: `https://127.0.0.1:${port}` }));
    const error = await call.catch((thrown: unknown) => thrown);
    expect(connections).toBe(1);
    expect(error).toMatchObject({ name: "NetworkError", code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  });
});
