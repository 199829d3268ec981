import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Answer } from "./answer.ts";
import { authenticate, unauthorized } from "./authenticate.ts";
import { findRoute } from "./find-route.ts";
import { isObject, type JsonObject } from "./json-value.ts";
import { checkAccept, checkContentType } from "./negotiate.ts";
import type { Platform } from "./platform.ts";
import { readScope } from "./read-scope.ts";
import { Refusal, refuseDetail } from "./refusal.ts";

/** What anybody may ask, and a hundred times a minute. */
const open = ["/api/server/about", "/api/auth/login"];

/** Answers one request as the platform does; a fault of its own is a page. */
export async function answerCall(platform: Platform, request: IncomingMessage): Promise<Answer> {
  try {
    return await answer(platform, request);
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    return { status: 500, text: `<!doctype html><title>Server Error (500)</title><p>${String(error)}</p>` };
  }
}

async function answer(platform: Platform, request: IncomingMessage): Promise<Answer> {
  const { method = "GET", headers } = request;
  const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://localhost");
  const bytes = await buffer(request);
  platform.background.settle();
  const found = findRoute(method, pathname);
  if (found === undefined) return { status: 404, text: "<!doctype html><title>Not Found</title>" };
  checkAccept(headers);
  const { user, hasAccessToken } = authenticate(platform.accounts, method, headers);
  if (user === undefined) {
    if (!open.includes(pathname)) throw unauthorized("Authentication credentials were not provided.");
    platform.throttle.check();
  }
  const scope = readScope({ query, headers, organizations: platform.organizations, user });
  if (found.route === undefined) throw refuseDetail(405, `Method "${method}" not allowed.`);
  if (bytes.length > 0) checkContentType(pathname, headers);
  const { body, form } = await readBody(headers["content-type"] ?? "", bytes);
  const { path } = found;
  const asked = { method, pathname, path, query, headers, bytes, body, form };
  return found.route({ ...asked, user, hasAccessToken, scope, platform });
}

interface ReadBody {
  readonly body: JsonObject;
  readonly form: FormData | undefined;
}

async function readBody(type: string, bytes: Buffer): Promise<ReadBody> {
  if (type.startsWith("multipart/form-data")) {
    const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
    return { body: {}, form };
  }
  if (!type.startsWith("application/json") || bytes.length === 0) return { body: {}, form: undefined };
  try {
    const body: unknown = JSON.parse(bytes.toString("utf8"));
    return { body: isObject(body) ? body : {}, form: undefined };
  } catch (error) {
    throw refuseDetail(400, `JSON parse error - ${String(error)}`);
  }
}
