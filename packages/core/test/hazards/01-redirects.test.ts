import { describe, expect, test } from "vitest";
import { createPet, listPets, type AcmeClient } from "../acme.ts";
import { sendJson, startServer, type Loopback } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";
import { startTrustedServer } from "./trusted-server.ts";

const statuses = [301, 302, 303, 307, 308];

/** A client with every kind of header that nobody but the configured origin may see. */
function privateClient(baseUrl: string): AcmeClient {
  const client = createSubjectClient({ baseUrl, organization: "canary-organization" });
  client.use({
    onRequest: ({ request }) => {
      request.headers.set("x-csrf-token", "canary-csrf");
      request.headers.set("x-custom", "canary-custom");
      request.headers.set("cookie", "session=canary");
    },
  });
  return client;
}

type Start = typeof startServer;

/** A server that redirects what it is asked for to `to`. */
function startRedirecting(status: number, to: string, start: Start = startServer): Promise<Loopback> {
  return start((_, response) => response.writeHead(status, { location: to }).end());
}

const startForeign = (start: Start = startServer): Promise<Loopback> => start((_, response) => sendJson(response, []));

/** A read and a write through a redirect are both refused, and nothing of them has reached `foreign`. */
async function expectRefused(home: Loopback, foreign: Loopback): Promise<void> {
  const client = privateClient(home.url);
  const calls = await Promise.allSettled([listPets(client), createPet(client, { body: { name: "canary" } })]);
  expect(foreign.received).toEqual([]);
  expect(home.received).toHaveLength(2);
  for (const call of calls) {
    expect(call).toMatchObject({ status: "rejected", reason: { name: "NetworkError", code: "ERR_REDIRECT" } });
  }
}

describe.each(statuses)("a redirect with %i", (status) => {
  test("to another port is refused, and nothing reaches it", async () => {
    const foreign = await startForeign();
    await expectRefused(await startRedirecting(status, `${foreign.url}/pets`), foreign);
  });

  test("to another host is refused, and nothing reaches it", async () => {
    const foreign = await startForeign();
    await expectRefused(await startRedirecting(status, `http://localhost:${foreign.port}/pets`), foreign);
  });

  test("from http to https elsewhere is refused, and nothing reaches it", async () => {
    const foreign = await startForeign(startTrustedServer);
    await expectRefused(await startRedirecting(status, `${foreign.url}/pets`), foreign);
  });

  test("from https to http is refused, and nothing reaches it", async () => {
    const foreign = await startForeign();
    await expectRefused(await startRedirecting(status, `${foreign.url}/pets`, startTrustedServer), foreign);
  });

  test("to the same server with a user name in the URL is refused", async () => {
    const home: Loopback = await startServer(({ number }, response) => {
      const location = `http://canary@127.0.0.1:${home.port}/to`;
      if (number === 1) response.writeHead(status, { location }).end();
      else sendJson(response, []);
    });
    const call = await listPets(privateClient(home.url)).catch((error: unknown) => error);
    expect(home.received).toHaveLength(1);
    expect(call).toMatchObject({ name: "NetworkError", code: "ERR_REDIRECT" });
    expect(String(call)).not.toContain("canary");
  });

  test("of a download to storage elsewhere tells the storage nothing but the range", async () => {
    const foreign = await startForeign();
    const home = await startRedirecting(status, `${foreign.url}/file?signature=s`);
    const response = await privateClient(home.url).fetch("/from", {
      followCrossOrigin: true,
      headers: { "x-custom": "canary", authorization: "Bearer canary", range: "bytes=1-" },
    });
    expect(response.status).toBe(200);
    expect(JSON.stringify(foreign.received)).not.toContain("canary");
    expect(foreign.received).toMatchObject([{ url: "/file?signature=s", headers: { range: "bytes=1-" } }]);
  });

  test("of an upload takes neither body nor headers elsewhere", async () => {
    const foreign = await startForeign();
    const home = await startRedirecting(status, foreign.url);
    const init = { method: "PUT", body: "canary", followCrossOrigin: true };
    const call = await privateClient(home.url)
      .fetch("/from", init)
      .catch((error: unknown) => error);
    expect(foreign.received).toEqual([]);
    expect(call).toMatchObject({ name: "NetworkError", code: "ERR_REDIRECT" });
  });
});

test("redirects in a circle end after five hops", async () => {
  const home = await startServer(({ number }, response) => response.writeHead(302, { location: `/${number}` }).end());
  await expect(listPets(privateClient(home.url))).rejects.toThrow();
  expect(home.received).toHaveLength(6);
});

test("a download that has gone elsewhere stays without credentials on the way back", async () => {
  const home = await startServer(({ url }, response) => {
    if (url === "/from") response.writeHead(302, { location: foreign.url }).end();
    else sendJson(response, ["private"]);
  });
  const foreign: Loopback = await startRedirecting(302, `${home.url}/private`);
  await privateClient(home.url).fetch("/from", { followCrossOrigin: true });
  expect(home.received[1]?.url).toBe("/private");
  expect(JSON.stringify(home.received[1])).not.toContain("canary");
});

test("a redirect that the browser hides is an error that says so", async () => {
  const hidden = Object.defineProperties(new Response(null), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
  });
  const client = createSubjectClient({ fetch: async () => hidden });
  await expect(listPets(client)).rejects.toThrow("the browser hides where to");
});
