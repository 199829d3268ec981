import { systemClock, type Clock } from "@labelwire/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createAcmeClient, createPet, listPets } from "./acme.ts";
import { sendJson, startServer, type Answer } from "./loopback.ts";

/** A clock that knows which of its timers are still to fire. */
function countingClock(): Clock & { pending: () => number } {
  let pending = 0;
  return {
    pending: () => pending,
    now: () => systemClock.now(),
    schedule: (callback, delayMs) => {
      pending++;
      let isOver = false;
      const end = (): void => {
        if (!isOver) pending--;
        isOver = true;
      };
      const cancel = systemClock.schedule(() => {
        end();
        callback();
      }, delayMs);
      return () => {
        end();
        cancel();
      };
    },
  };
}

let timers: number;
const countTimers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
beforeEach(() => {
  timers = countTimers();
});
afterEach(() => {
  expect(countTimers()).toBeLessThanOrEqual(timers + 1);
});

/** What a server may do while a call waits for it. */
const stages: [string, Answer][] = [
  ["before the head", () => undefined],
  ["in the wait before a retry", (_, response) => sendJson(response, {}, 429, { "retry-after": "20" })],
  [
    "in the body",
    (_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("[");
    },
  ],
];

describe.each(stages)("%s", (_, answer) => {
  test("an abort before the call sends nothing", async () => {
    const server = await startServer(answer);
    const signal = AbortSignal.abort(new Error("never"));
    await expect(listPets(createAcmeClient({ baseUrl: server.url }), { signal })).rejects.toThrow("never");
    await expect(createAcmeClient({ baseUrl: server.url }).fetch("/pets", { signal })).rejects.toThrow("never");
    expect(server.received).toEqual([]);
  });
});

describe("the total deadline", () => {
  test("bounds a fetch, an auth function and middleware that listen to no signal", async () => {
    const never = new Promise<never>(() => undefined);
    const slow = createAcmeClient({ baseUrl: "http://127.0.0.1:1", timeoutMs: 50 });
    const withMiddleware = slow.with({});
    withMiddleware.use({ onRequest: () => never });
    for (const client of [slow.with({ fetch: () => never }), slow.with({ auth: () => never }), withMiddleware]) {
      await expect(listPets(client)).rejects.toMatchObject({ name: "TimeoutError", timeoutMs: 50 });
    }
  });

  test("ends in an error whose stack leads to the code that made the call", async () => {
    const client = createAcmeClient({ fetch: () => new Promise<never>(() => undefined) });
    async function waitsForPets(): Promise<unknown> {
      return await listPets(client, { timeoutMs: 20 });
    }
    async function waitsForPath(): Promise<unknown> {
      return await client.GET("/pets", { timeoutMs: 20 });
    }
    async function waitsForAttempt(): Promise<unknown> {
      return await listPets(client, { attemptTimeoutMs: 20, retry: false });
    }
    async function waitsForFetch(): Promise<unknown> {
      return await client.fetch("/pets", { timeoutMs: 20 });
    }
    for (const wait of [waitsForPets, waitsForPath, waitsForAttempt, waitsForFetch]) {
      await expect(wait()).rejects.toMatchObject({
        stack: expect.stringMatching(new RegExp(`^TimeoutError: Acme did not answer [^]* ${wait.name} `)) as unknown,
      });
    }
  });

  test("can be none", async () => {
    const server = await startServer((_, response) => sendJson(response, []));
    const clock = countingClock();
    const client = createAcmeClient({ baseUrl: server.url, timeoutMs: Infinity, attemptTimeoutMs: 2 ** 40, clock });
    expect((await listPets(client)).data).toEqual([]);
    expect(clock.pending()).toBe(0);
  });
});

describe("an auth function", () => {
  test("that hangs is left at once when the call is aborted", async () => {
    const client = createAcmeClient({ baseUrl: "http://127.0.0.1:1", auth: () => new Promise<never>(() => undefined) });
    const controller = new AbortController();
    const call = listPets(client, { signal: controller.signal });
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });

  test("that refreshes for many calls is not ended by the abort of one", async () => {
    const server = await startServer(({ headers }, response) =>
      sendJson(response, [], headers.authorization === "Bearer fresh" ? 200 : 401),
    );
    const controller = new AbortController();
    let refreshes = 0;
    let accessToken = "stale";
    const auth = async ({ refresh }: { refresh: boolean }): Promise<{ accessToken: string }> => {
      if (!refresh) return { accessToken };
      refreshes++;
      controller.abort(new Error("enough"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      accessToken = "fresh";
      return { accessToken };
    };
    const client = createAcmeClient({ baseUrl: server.url, auth });
    const aborted = listPets(client, { signal: controller.signal });
    const other = listPets(client);
    await expect(aborted).rejects.toThrow("enough");
    expect((await other).data).toEqual([]);
    expect(refreshes).toBe(1);
  });
});

test("an attempt that times out says so", async () => {
  const server = await startServer(() => undefined);
  const call = createPet(createAcmeClient({ baseUrl: server.url }), { body: { name: "Tom" }, attemptTimeoutMs: 60 });
  await expect(call).rejects.toMatchObject({ phase: "attempt", timeoutMs: 60 });
  await expect(call).rejects.toThrow("Acme did not answer createPet within 60 ms (attempt 1).");
});
