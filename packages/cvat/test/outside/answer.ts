import type { IncomingMessage, ServerResponse } from "node:http";

/** What the server answers: a body of one kind, or none. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | number>>;
  /** Sent as JSON of the platform's own media type. */
  readonly json?: unknown;
  /** What Django answers by itself: it says HTML, whatever it sends. */
  readonly text?: string;
  readonly bytes?: Buffer;
}

/** Sends an answer; to HEAD, without its body. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status = 200, headers = {}, json, text, bytes } = answer;
  const body = json === undefined ? (bytes ?? Buffer.from(text ?? "")) : Buffer.from(JSON.stringify(json));
  response.statusCode = status;
  if (json !== undefined) response.setHeader("content-type", "application/vnd.cvat+json");
  if (text !== undefined) response.setHeader("content-type", "text/html; charset=utf-8");
  if (status !== 204) response.setHeader("content-length", body.length);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(request.method === "HEAD" ? undefined : body);
}
