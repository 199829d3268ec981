import { getEventListeners } from "node:events";
import { createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { elapsedMs } from "../../../../scripts/testing/elapsed-ms.ts";
import { quickestRun } from "../../../../scripts/testing/quickest-run.ts";
import { createPet, listPets } from "../acme.ts";
import { sendJson, startServer, type Answer } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";
import { subject } from "./subject.ts";

const countTimers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
const wait = (delayMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delayMs));

/** What work comes to, its error included; undefined if it takes longer than `limitMs`. */
async function outcomeOf(work: Promise<unknown>, limitMs: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  const outcome = await Promise.race([work.catch((error: unknown) => error), limit]);
  clearTimeout(timer);
  return outcome;
}

/** A server that takes connections and never says a word, so that a TLS handshake with it does not end. */
async function startSilent(): Promise<string> {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `https://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

const answering = (answer: Answer) => async (): Promise<string> => (await startServer(answer)).url;

const neverAnswers: Answer = () => undefined;
const asksToWait: Answer = (_, response) => sendJson(response, {}, 429, { "retry-after": "20" });
const neverEnds: Answer = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("[");
};

/** Starts work, aborts it once it is under way, and says how long it takes to end with the signal's reason. */
async function abortWork(start: (signal: AbortSignal) => Promise<unknown>): Promise<number> {
  const controller = new AbortController();
  const work = start(controller.signal);
  work.catch(() => undefined);
  await wait(100);
  const reason = new Error("enough");
  return elapsedMs(async () => {
    controller.abort(reason);
    expect(await outcomeOf(work, 2_000)).toBe(reason);
  });
}

/** Every abort ends the work with the signal's reason; on a busy machine, the quickest of ten does within 50 ms. */
async function expectPromptEnd(start: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  expect(await quickestRun(50, () => abortWork(start))).toBeLessThan(50);
}

describe("an abort ends a call within 50 ms, with its reason and without a timer or a listener", () => {
  test.each([
    ["while connecting", startSilent],
    ["before the head of the answer", answering(neverAnswers)],
    ["in the wait before a retry", answering(asksToWait)],
    ["in the body", answering(neverEnds)],
  ])("%s", async (_, start) => {
    const client = createSubjectClient({ baseUrl: await start() });
    const timers = countTimers();
    const signals: AbortSignal[] = [];
    await expectPromptEnd((signal) => {
      signals.push(signal);
      return listPets(client, { signal });
    });
    for (const signal of signals) expect(getEventListeners(signal, "abort")).toEqual([]);
    // One may be the runtime's own, for the connections that it keeps.
    expect(countTimers()).toBeLessThanOrEqual(timers + 1);
  });
});

test("an abort ends a wait for a job within 50 ms", async () => {
  const check = async (): Promise<{ status: string }> => ({ status: "running" });
  const job = { jobId: "7", operation: "getJob", check, pending: ["running"], succeeded: ["done"], failed: [] };
  await expectPromptEnd((signal) => subject.poll({ ...job, intervalMs: 5_000, signal }));
});

test("an abort ends a look at a job within 50 ms, though the look listens to nothing", async () => {
  const check = (): Promise<{ status: string }> => wait(3_000).then(() => ({ status: "done" }));
  const job = { jobId: "7", operation: "getJob", check, pending: [], succeeded: ["done"], failed: [] };
  await expectPromptEnd((signal) => subject.poll({ ...job, signal }));
});

test("an abort ends a download within 50 ms while it waits to be resumed", async () => {
  const server = await startServer(({ number }, response) => {
    if (number % 2 === 0) return asksToWait({ number } as never, response);
    response.writeHead(200, { "content-length": 100, etag: '"v1"', "accept-ranges": "bytes" });
    return response.write("first", () => setTimeout(() => response.destroy(), 20));
  });
  const client = createSubjectClient({ baseUrl: server.url });
  await expectPromptEnd(async (signal) => {
    const file = await subject.download((request) => client.fetch("/file", request), { signal });
    return file.bytes();
  });
});

describe("the total deadline", () => {
  const late = { name: "TimeoutError", phase: "total", timeoutMs: 150, operation: "createPet" };

  test.each([
    ["while connecting", startSilent],
    ["before the head of the answer", answering(neverAnswers)],
    ["in the body", answering(neverEnds)],
  ])("ends a call %s", async (_, start) => {
    const client = createSubjectClient({ baseUrl: await start() });
    const call = createPet(client, { body: { name: "Tom" }, timeoutMs: 150 });
    expect(await outcomeOf(call, 5_000)).toMatchObject(late);
  });

  test("spans attempts: many that are each quick enough are too slow together", async () => {
    const server = await startServer(neverAnswers);
    const limits = { attemptTimeoutMs: 100, timeoutMs: 1_000, retry: { maxAttempts: 100 } };
    const call = listPets(createSubjectClient({ baseUrl: server.url }), limits);
    // Of the attempt, where too little is left to wait for another.
    expect(await outcomeOf(call, 5_000)).toMatchObject({ name: "TimeoutError" });
    expect(server.received.length).toBeGreaterThan(1);
    expect(server.received.length).toBeLessThan(100);
  });

  test("bounds an auth function that never answers", async () => {
    const client = createSubjectClient({ auth: () => new Promise<never>(() => undefined), timeoutMs: 50 });
    const call = listPets(client);
    expect(await outcomeOf(call, 5_000)).toMatchObject({ name: "TimeoutError", timeoutMs: 50 });
  });

  test("closes the connection of the request when it has passed", async () => {
    // Not the count of connections: for a bare `fetch` too, Node 22 and 26 open another in place of the one that was closed.
    const sockets: Socket[] = [];
    const server = await startServer(({ socket }) => void sockets.push(socket));
    const client = createSubjectClient({ baseUrl: server.url, retry: false });
    await listPets(client, { timeoutMs: 100 }).catch(() => undefined);
    await expect.poll(() => sockets.map(({ destroyed }) => destroyed), { timeout: 5_000 }).toEqual([true]);
  });
});

test("a call that has ended leaves no timer", async () => {
  const server = await startServer((_, response) => sendJson(response, []));
  const client = createSubjectClient({ baseUrl: server.url });
  const timers = countTimers();
  for (let time = 0; time < 5; time++) await listPets(client);
  expect(countTimers()).toBeLessThanOrEqual(timers + 1);
});

test("a thousand calls with one signal leave no listener on it", async () => {
  const server = await startServer((_, response) => sendJson(response, []));
  const client = createSubjectClient({ baseUrl: server.url });
  const { signal } = new AbortController();
  for (let time = 0; time < 10; time++) {
    await Promise.all(Array.from({ length: 100 }, () => listPets(client, { signal })));
  }
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
