import { isTimeoutError, sleep } from "@labelwire/core";
import { createMockClock, type MockClock } from "@labelwire/core/msw";
import { describe, expect, test } from "vitest";
import { createAcmeClient, getPet, type AcmeClient } from "./acme.ts";
import { createAcmeMock, type AcmeMock } from "./acme-mock.ts";

const hourMs = 3_600_000;
const pet = { params: { path: { id: 7 } } };

function setUp(): { clock: MockClock; mock: AcmeMock; client: AcmeClient } {
  const clock = createMockClock({ now: 0 });
  const mock = createAcmeMock({ clock });
  const baseUrl = "https://api.acme.test/v1";
  return { clock, mock, client: createAcmeClient({ baseUrl, fetch: mock.fetch, clock, random: () => 0.5 }) };
}

/** More turns of the event loop than a clock wants to see quiet. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

describe("a client and its mock on one clock", () => {
  test("repeat requests at once, and show how long they would have waited", async () => {
    const { clock, mock, client } = setUp();
    mock.fail("getPet", { status: 429, retryAfterSeconds: 20, times: 1 });
    mock.fail("getPet", { status: 503, times: 1 });
    expect((await getPet(client, pet)).error).toBeUndefined();
    expect(mock.requests("getPet")).toHaveLength(3);
    expect(clock.pauses).toEqual([20_000, 500]);
    expect(clock.now()).toBe(20_500);
  });

  test("a late answer comes at once, unless a deadline comes before", async () => {
    const { clock, mock, client } = setUp();
    mock.fail("getPet", { delayMs: 1_000, times: 2 });
    expect((await getPet(client, { ...pet, timeoutMs: 1_001 })).error).toBeUndefined();
    const late: unknown = await getPet(client, { ...pet, timeoutMs: 999 }).catch((error: unknown) => error);
    expect(late).toSatisfy(isTimeoutError);
    expect(clock.now()).toBe(1_999);
  });

  test("no time passes while a resolver takes its own, and a test can let it pass", async () => {
    const { clock, mock, client } = setUp();
    mock.on("getPet", () => new Promise(() => undefined));
    const hanging = getPet(client, { ...pet, timeoutMs: 5_000, retry: false }).catch((error: unknown) => error);
    const pause = sleep(hourMs, { clock });
    await turns();
    expect(clock.now()).toBe(0);
    await clock.advance(5_000);
    expect(await hanging).toSatisfy(isTimeoutError);
    await pause;
    expect(clock.now()).toBe(hourMs);
  });

  test("a request that was left hanging does not hold the next test up", async () => {
    const { clock, mock, client } = setUp();
    mock.on("getPet", () => new Promise(() => undefined));
    void getPet(client, pet);
    await turns();
    mock.reset();
    await sleep(hourMs, { clock });
    expect(clock.now()).toBe(hourMs);
  });
});
