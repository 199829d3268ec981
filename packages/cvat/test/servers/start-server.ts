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
}

/** What to answer: text and bytes as they are, anything else as JSON of CVAT's media type. */
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

type Given = Answer | "hang" | "reset";

type Respond = (request: ReceivedRequest, server: TestServer) => Given | Promise<Given>;

type Handle = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** A real HTTP server on loopback, for one test; it closes when the test ends. */
export async function startServer(respond: Respond): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  const handle: Handle = async (incoming, outgoing) => {
    const { method = "", url: target = "", headers } = incoming;
    const request = { method, target, url: new URL(target, testServer.origin), headers, body: await buffer(incoming) };
    requests.push(request);
    const answer = await respond(request, testServer);
    if (answer === "hang") return;
    if (answer === "reset") {
      incoming.socket.resetAndDestroy();
      return;
    }
    const { status = 200, body } = answer;
    const isRaw = typeof body === "string" || body instanceof Uint8Array || body === undefined;
    const contentType = isRaw ? {} : { "content-type": "application/vnd.cvat+json" };
    outgoing.writeHead(status, { ...contentType, ...answer.headers });
    outgoing.end(isRaw ? body : JSON.stringify(body));
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

/** What the server sends where Django answers by itself: plain text, said to be HTML. */
export function plainText(status: number, body: string): Answer {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** What the server sends where Django REST framework refuses. */
export function refusal(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { detail } };
}
