import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A request as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  /** The path as sent, still encoded, with the query. */
  readonly target: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body as JSON; undefined for none. */
  readonly json: unknown;
}

/** What to answer: an object is sent as JSON, text and bytes as they are. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface TestServer {
  readonly origin: string;
  /** Everything received so far, in order. */
  readonly requests: readonly ReceivedRequest[];
}

type Handle = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

type Respond = (request: ReceivedRequest, server: TestServer) => Answer | "hang" | "reset" | Promise<Answer>;

/** A real HTTP server on loopback, for one test; it closes when the test ends. */
export async function startServer(respond: Respond): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  const handle: Handle = async (incoming, outgoing) => {
    const { method = "", url: target = "", headers } = incoming;
    const body = await buffer(incoming);
    const isJson = headers["content-type"]?.startsWith("application/json") === true;
    const json: unknown = isJson ? JSON.parse(body.toString()) : undefined;
    const request = { method, target, url: new URL(target, testServer.origin), headers, body, json };
    requests.push(request);
    const answer = await respond(request, testServer);
    if (answer === "hang") return;
    if (answer === "reset") {
      incoming.socket.resetAndDestroy();
      return;
    }
    const isRaw = typeof answer.body === "string" || answer.body instanceof Uint8Array || answer.body === undefined;
    const contentType = isRaw ? {} : { "content-type": "application/json" };
    outgoing.writeHead(answer.status ?? 200, { ...contentType, ...answer.headers });
    outgoing.end(isRaw ? answer.body : JSON.stringify(answer.body));
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const testServer: TestServer = { origin: `http://127.0.0.1:${port}`, requests };
  return testServer;
}

/** A success: the platform has no envelope. */
export function success(body: unknown, status = 200): Answer {
  return { status, body };
}

/** A failure with a sentence, as the framework writes it. */
export function failure(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { detail } };
}
