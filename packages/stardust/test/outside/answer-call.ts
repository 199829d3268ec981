import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { readExact, writeExact } from "./exact-json.ts";
import { findRoute } from "./find-route.ts";
import type { Records } from "./records.ts";
import { Refusal } from "./refusal.ts";
import type { Call } from "./route.ts";

/** What the platform knows while it runs. */
export interface Platform {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly records: Records;
}

/** Answers one request in an envelope, failures inside HTTP 200 too. */
export async function answerCall(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const bytes = await buffer(request);
    checkSignature(platform, request);
    const url = new URL(request.url ?? "/", "http://localhost");
    const sent = await readBody(request, bytes);
    const found = findRoute(request.method ?? "GET", url.pathname.replace(/^\/rosetta-open/, ""), sent.body);
    if (!found) throw new Refusal(404, "Not Found");
    const call = { path: found.path, query: url.searchParams, records: platform.records, ...sent };
    const data = await found.answer(call);
    send(response, { code: found.isHelix ? 2000 : 200, message: "Success", data, success: true });
  } catch (error) {
    const code = error instanceof Refusal ? error.code : 500;
    send(response, { code, message: error instanceof Error ? error.message : "failed", data: null, success: false });
  }
}

/** As the page on authentication has it, with five minutes for a clock that is a little off. */
function checkSignature({ accessKey, secretKey }: Platform, { headers }: IncomingMessage): void {
  const timestamp = String(headers["x-ts"]);
  const expected = createHash("md5").update([timestamp, secretKey, accessKey].join("&")).digest("hex");
  if (headers["x-stardust-key"] !== accessKey) throw new Refusal(402, "Authentication Refused");
  if (headers["x-sign"] !== expected) throw new Refusal(401, "Signature Error");
  if (Math.abs(Date.now() - Number(timestamp)) > 300_000) throw new Refusal(403, "Signature Expired");
}

async function readBody(request: IncomingMessage, bytes: Buffer): Promise<Pick<Call, "body" | "form">> {
  const type = request.headers["content-type"] ?? "";
  if (bytes.length === 0) return { body: {}, form: undefined };
  if (type.startsWith("multipart/form-data")) {
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    return { body: {}, form };
  }
  if (!type.startsWith("application/json")) throw new Refusal(400, "Content-type must be application/json");
  const body = readExact(bytes.toString("utf8"));
  if (typeof body !== "object" || body === null) throw new Refusal(400, "Invalid Parameter");
  return { body: { ...body }, form: undefined };
}

function send(response: ServerResponse, envelope: object): void {
  const text = writeExact({ ...envelope, date: "2026-01-15 09:30:00", requestId: "77bdf4cd171593981208210031afb4" });
  response.writeHead(200, { "content-type": "application/json;charset=UTF-8" }).end(text);
}
