import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { findRoute } from "./find-route.ts";
import type { ObjectStorage } from "./object-storage.ts";
import { isObject, type JsonObject } from "./read-values.ts";
import type { Records } from "./records.ts";
import { Refusal } from "./refusal.ts";

/** What the platform knows while it runs. */
export interface Platform {
  readonly apiKey: string;
  readonly records: Records;
  readonly storage: ObjectStorage;
  /** When the requests of the last minute came, in milliseconds. */
  readonly arrivals: number[];
}

/** Answers one request to the API, a success in its envelope and a failure as `{ status, message }`. */
export async function answerCall(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const bytes = await buffer(request);
    checkKey(platform, request);
    checkRate(platform);
    const url = new URL(request.url ?? "/", "http://localhost");
    const found = findRoute(request.method ?? "GET", url.pathname.replace(/^\/v2/, ""));
    if (found?.route === undefined) throw new Refusal(404, "No such endpoint");
    const { records, storage } = platform;
    const parts = { query: url.searchParams, path: found.path, records, storage };
    const { status = 200, data } = found.route({ ...parts, ...(await readBody(request, bytes)) });
    send(response, status, { status: "success", data });
  } catch (error) {
    if (error instanceof Refusal) send(response, error.statusCode, { status: "fail", message: error.message });
    else send(response, 500, { status: "error", message: String(error) });
  }
}

/** The header holds the bare key, without a scheme word. */
function checkKey({ apiKey }: Platform, request: IncomingMessage): void {
  if (request.headers["apikey"] !== apiKey) throw new Refusal(401, "Invalid API key");
}

/** The standard plan allows 100 requests a minute. */
function checkRate({ arrivals }: Platform): void {
  const now = Date.now();
  while (arrivals[0] !== undefined && arrivals[0] <= now - 60_000) arrivals.shift();
  if (arrivals.length >= 100) throw new Refusal(429, "Too many requests");
  arrivals.push(now);
}

async function readBody(
  request: IncomingMessage,
  bytes: Buffer,
): Promise<{ body: JsonObject; form: FormData | undefined }> {
  const type = request.headers["content-type"] ?? "";
  if (bytes.length === 0) return { body: {}, form: undefined };
  if (type.startsWith("multipart/form-data")) {
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    return { body: {}, form };
  }
  if (!type.startsWith("application/json")) throw new Refusal(400, "Content-Type must be application/json");
  const body: unknown = JSON.parse(bytes.toString("utf8"));
  if (!isObject(body)) throw new Refusal(400, "The body must be an object");
  return { body, form: undefined };
}

function send(response: ServerResponse, status: number, body: JsonObject): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
