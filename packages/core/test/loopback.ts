import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Server as SecureServer } from "node:https";
import { onTestFinished } from "vitest";

/** What a server has received. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a server answers; `number` counts requests from 1. */
export type Answer = (
  request: Received & { readonly number: number; readonly socket: IncomingMessage["socket"] },
  response: ServerResponse,
) => void;

/** An HTTP server on loopback, closed when the test is over. */
export interface Loopback {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
}

/** Starts a server on a port that the system picks. */
export async function startServer(answer: Answer): Promise<Loopback> {
  return answerWith(answer, { scheme: "http", make: (listener) => createServer(listener) });
}

/** Starts the server that `make` makes. */
export async function answerWith(
  answer: Answer,
  { scheme, make }: { readonly scheme: string; readonly make: (listener: RequestListener) => Server | SecureServer },
): Promise<Loopback> {
  const received: Received[] = [];
  const server = make((request, response) => {
    const chunks: Buffer[] = [];
    // A connection that the test resets is no failure of the test.
    request.on("error", () => undefined);
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers, socket } = request;
      const entry = { method, url, headers, body: Buffer.concat(chunks).toString() };
      received.push(entry);
      answer({ ...entry, number: received.length, socket }, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    received,
  };
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
