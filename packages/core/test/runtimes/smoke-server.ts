import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { SmokePlace } from "./smoke.ts";

const content = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7 + (i >> 8)) % 251));

/** What browsers ask of a server before they let a page of another origin talk to it. */
const forPages = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-expose-headers": "*",
};

/** Starts what the smoke talks to: the platform, and an origin that must be told nothing. `close` ends both. */
export async function startSmokeServer(): Promise<SmokePlace & { readonly close: () => Promise<void> }> {
  const told: string[] = [];
  const elsewhere = await listen((request, response) => {
    if (request.url === "/told") return sendJson(response, told);
    told.push(JSON.stringify(request.headers));
    response.writeHead(200, forPages).end(content);
  });
  const turns = new Map<string, number>();
  const home = await listen((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    // A run of its own for each client, by its scope: the first time is not like the second.
    const run = `${pathname}?${searchParams.get("page") ?? ""} ${String(request.headers["x-organization"])}`;
    const turn = (turns.get(run) ?? 0) + 1;
    turns.set(run, turn);
    answers[pathname]?.({
      request,
      response,
      turn,
      page: Number(searchParams.get("page") ?? 1),
      elsewhere: elsewhere.url,
    });
  });
  const close = async (): Promise<void> => {
    await Promise.all([home.close(), elsewhere.close()]);
  };
  return { home: home.url, elsewhere: elsewhere.url, close };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** How often this run has asked for it, from 1. */
  readonly turn: number;
  readonly page: number;
  readonly elsewhere: string;
}

const answers: Readonly<Record<string, (exchange: Exchange) => unknown>> = {
  "/pets": ({ request, response, turn, page }) => {
    if (request.headers.authorization !== "Bearer acme-canary-token") return sendJson(response, { fault: "who?" }, 401);
    if (page === 2 && turn === 1) return sendJson(response, {}, 429, { "retry-after": "0" });
    return sendJson(response, { pets: [{ id: page, name: "cat" }], total: 3 });
  },
  "/pets/1": ({ response }) => sendJson(response, { fault: "no such pet", code: 7 }, 404, { "x-request-id": "r-1" }),
  "/pets/2": ({ response }) =>
    response.writeHead(200, { ...forPages, "content-type": "text/html" }).end("<h1>Sign in</h1>"),
  "/pets/3": () => undefined,
  "/moved": ({ response, elsewhere }) => response.writeHead(302, { ...forPages, location: `${elsewhere}/moved` }).end(),
  "/export": ({ request, response, turn }) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const part = content.subarray(from);
    const range = { "content-range": `bytes ${from}-${content.length - 1}/${content.length}` };
    const name = { "content-disposition": 'attachment; filename="../pets.zip"' };
    response.writeHead(from > 0 ? 206 : 200, {
      ...forPages,
      ...name,
      ...(from > 0 && range),
      etag: '"v1"',
      "content-length": part.length,
    });
    if (turn > 1) response.end(part);
    else response.write(part.subarray(0, 100_000), () => setTimeout(() => response.destroy(), 100));
  },
  "/upload": async ({ request, response }) => {
    const hash = createHash("sha256");
    for await (const chunk of request) hash.update(chunk as Buffer); // without an encoding, a request yields buffers
    sendJson(response, { length: request.headers["content-length"] ?? null, sha256: hash.digest("hex") });
  },
};

function sendJson(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...forPages, "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
): Promise<{ readonly url: string; readonly close: () => Promise<unknown> }> {
  const server = createServer((request, response) => {
    if (request.method === "OPTIONS") response.writeHead(204, forPages).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const close = async (): Promise<unknown> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
