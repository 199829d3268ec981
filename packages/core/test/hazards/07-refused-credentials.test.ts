import { expect, test } from "vitest";
import { createPet, listPets, type AcmeClient, type AcmeOptions } from "../acme.ts";
import { sendJson, startServer, type Answer } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";

/** Takes the fresh token alone, and refuses others after a while. */
const freshOnly: Answer = ({ headers, method }, response) => {
  const isFresh = headers.authorization === "Bearer fresh-token";
  if (isFresh) sendJson(response, []);
  else setTimeout(() => sendJson(response, { fault: "expired" }, 401), method === "POST" ? 200 : 10);
};

interface Renewal {
  readonly auth: AcmeOptions["auth"];
  /** For each time that `auth` was asked, whether for a fresh token. */
  readonly asked: boolean[];
}

/** Hands out a stale token until it is asked for a fresh one, which takes a while. */
function renewal(): Renewal {
  const asked: boolean[] = [];
  let accessToken = "stale-token";
  const auth = async ({ refresh }: { refresh: boolean }): Promise<{ accessToken: string }> => {
    asked.push(refresh);
    if (refresh) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      accessToken = "fresh-token";
    }
    return { accessToken };
  };
  return { auth, asked };
}

const countRefreshes = ({ asked }: Renewal): number => asked.filter(Boolean).length;

test("any number of calls that are refused together refresh the credential once, and are all sent again", async () => {
  const server = await startServer(freshOnly);
  const tokens = renewal();
  const client = createSubjectClient({ baseUrl: server.url, auth: tokens.auth });
  const clients: AcmeClient[] = [client, client.with({ organization: "cats" })];
  const calls = clients.flatMap((each) => Array.from({ length: 50 }, () => listPets(each)));
  for (const { error } of await Promise.all(calls)) expect(error).toBeUndefined();
  expect(countRefreshes(tokens)).toBe(1);
  expect(server.received).toHaveLength(200);
});

test("a call that is refused late, for the credential before a refresh, does not refresh again", async () => {
  const server = await startServer(freshOnly);
  const tokens = renewal();
  const client = createSubjectClient({ baseUrl: server.url, auth: tokens.auth });
  const late = createPet(client, { body: { name: "Tom" } });
  expect((await listPets(client)).error).toBeUndefined();
  expect((await late).error).toBeUndefined();
  expect(countRefreshes(tokens)).toBe(1);
});

test("a call whose fresh credential is refused too ends with the error, after one refresh", async () => {
  for (const retry of [{ maxAttempts: 3 }, false] as const) {
    const server = await startServer((_, response) => sendJson(response, { fault: "no" }, 401));
    const tokens = renewal();
    const { error } = await listPets(createSubjectClient({ baseUrl: server.url, auth: tokens.auth, retry }));
    expect(tokens.asked).toEqual([false, true]);
    expect(server.received).toHaveLength(2);
    expect(error).toMatchObject({ name: "ApiError", status: 401 });
  }
});

test("a refresh that fails is asked for once, and every call that waits for it ends with its error", async () => {
  const server = await startServer(freshOnly);
  let refreshes = 0;
  let refused = 0;
  const expired = new Error("log in again");
  // Fails a moment after every call has been refused: one that is refused only then waits for no refresh.
  let fail = (): void => undefined;
  const allRefused = new Promise<void>((resolve) => (fail = resolve));
  const counting = async (request: Request): Promise<Response> => {
    const response = await fetch(request);
    refused += 1;
    if (refused === 20) setTimeout(fail, 100);
    return response;
  };
  const auth = async ({ refresh }: { refresh: boolean }): Promise<{ accessToken: string }> => {
    if (!refresh) return { accessToken: "stale-token" };
    refreshes++;
    await allRefused;
    throw expired;
  };
  const client = createSubjectClient({ baseUrl: server.url, auth, fetch: counting });
  const calls = await Promise.allSettled(Array.from({ length: 20 }, () => listPets(client)));
  expect(refreshes).toBe(1);
  for (const call of calls) expect(call).toEqual({ status: "rejected", reason: expired });
});

test("a fixed credential that is refused is not sent again", async () => {
  const server = await startServer((_, response) => sendJson(response, { fault: "no" }, 401));
  const { error } = await listPets(createSubjectClient({ baseUrl: server.url }));
  expect(server.received).toHaveLength(1);
  expect(error).toMatchObject({ name: "ApiError", status: 401 });
});
