import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { listen } from "./listen.ts";

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

/** What to answer: text and bytes as they are, anything else as JSON. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A server of a test. */
export interface TestServer {
  readonly origin: string;
  /** Everything received so far, in order. */
  readonly requests: readonly ReceivedRequest[];
}

/** An answer, none ever, or a connection that is reset. */
export type Given = Answer | "hang" | "reset";

/** Answers a request. */
export type Respond = (request: ReceivedRequest, server: TestServer) => Given | Promise<Given>;

/** Starts a real HTTP server on loopback, for one test; `mediaType` is that of its JSON. It closes when the test ends. */
export async function startServer(respond: Respond, mediaType = "application/json"): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  const origin = await listen((incoming, outgoing) => void handle(incoming, outgoing));
  const server: TestServer = { origin, requests };

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = "", url: target = "", headers } = incoming;
    const body = await buffer(incoming);
    const isJson = /^application\/(?:[\w.-]+\+)?json\b/.test(headers["content-type"] ?? "");
    const json: unknown = isJson ? JSON.parse(body.toString()) : undefined;
    const request = { method, target, url: new URL(target, origin), headers, body, json };
    requests.push(request);
    send(await respond(request, server), { outgoing, mediaType });
  }
  return server;
}

function send(given: Given, { outgoing, mediaType }: { outgoing: ServerResponse; mediaType: string }): void {
  if (given === "hang") return;
  if (given === "reset") return void outgoing.socket?.resetAndDestroy();
  const { status = 200, headers, body } = given;
  const isRaw = typeof body === "string" || body instanceof Uint8Array || body === undefined;
  outgoing.writeHead(status, { ...(!isRaw && { "content-type": mediaType }), ...headers });
  outgoing.end(isRaw ? body : JSON.stringify(body));
}
