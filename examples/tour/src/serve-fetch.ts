import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";

/** What answers a request as `fetch` would, such as a mock. */
export interface FetchHandler {
  readonly fetch: (request: Request) => Promise<Response>;
}

export interface FetchServer {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** How many requests have come so far. */
  readonly countRequests: () => number;
  /** Ends every connection and frees the port. */
  readonly close: () => Promise<void>;
}

/**
 * Puts what answers like `fetch` behind a real HTTP server on loopback, on a port the system picks.
 *
 * The handler is made once the origin is known, because a mock has to know the address it answers for.
 */
export async function serveFetch<Handler extends FetchHandler>(
  createHandler: (origin: string) => Handler,
): Promise<{ readonly server: FetchServer; readonly handler: Handler }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const handler = createHandler(origin);
  let requests = 0;
  server.on("request", (incoming, outgoing) => {
    requests += 1;
    answer(incoming, outgoing).catch((error: unknown) => {
      // A connection that the mock drops on purpose looks the same to the client as one that breaks.
      outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    await send(await handler.fetch(await toRequest(incoming)), outgoing);
  }

  const close = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.close((error) => {
        if (error === undefined) resolve();
        else reject(error);
      });
      server.closeAllConnections();
    });
  return { server: { origin, countRequests: () => requests, close }, handler };
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const method = incoming.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody ? new Uint8Array(await buffer(incoming)) : null;
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "localhost"}`);
  return new Request(url, { method, headers, body });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.from(response.body), outgoing);
}
