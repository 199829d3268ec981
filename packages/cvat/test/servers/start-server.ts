import {
  startServer as startAny,
  type Answer,
  type Respond,
  type TestServer,
} from "../../../../scripts/testing/start-server.ts";

export type { Answer, ReceivedRequest, TestServer } from "../../../../scripts/testing/start-server.ts";

/** A real HTTP server on loopback whose JSON is of CVAT's media type, for one test; it closes when the test ends. */
export function startServer(respond: Respond): Promise<TestServer> {
  return startAny(respond, "application/vnd.cvat+json");
}

/** What the server sends where Django answers by itself: plain text, said to be HTML. */
export function plainText(status: number, body: string): Answer {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

/** What the server sends where Django REST framework refuses. */
export function refusal(status: number, detail: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { detail } };
}
