import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readExact, writeExact } from "./exact-json.ts";
import { genericRoutes } from "./generic-routes.ts";
import { helixRoutes } from "./helix-routes.ts";
import { readBytes } from "./read-bytes.ts";
import type { Records } from "./records.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

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
    const bytes = await readBytes(request);
    checkSignature(platform, request);
    const url = new URL(request.url ?? "/", "http://localhost");
    const pathname = url.pathname.replace(/^\/rosetta-open/, "");
    const found =
      findRoute(genericRoutes, request.method, pathname) ?? findRoute(helixRoutes, request.method, pathname);
    if (!found) throw new Refusal(404, "Not Found");
    const call = {
      path: found.path,
      query: url.searchParams,
      records: platform.records,
      ...(await readBody(request, bytes)),
    };
    const code = found.routes === helixRoutes ? 2000 : 200;
    send(response, { code, message: "Success", data: found.answer(call), success: true });
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

interface FoundRoute {
  readonly routes: Routes;
  readonly answer: Routes[string];
  readonly path: Call["path"];
}

/** The route of a request; one without a parameter comes before one with. */
function findRoute(routes: Routes, method = "GET", pathname: string): FoundRoute | undefined {
  const templates = Object.keys(routes).sort((left, right) => left.split("{").length - right.split("{").length);
  for (const template of templates) {
    const answer = routes[template];
    const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const match = pattern.exec(`${method} ${pathname}`);
    if (answer && match) return { routes, answer, path: { ...match.groups } };
  }
  return undefined;
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
