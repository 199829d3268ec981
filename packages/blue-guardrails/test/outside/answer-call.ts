import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { analyticsRoutes } from "./analytics-routes.ts";
import { annotationRoutes } from "./annotation-routes.ts";
import { conversationRoutes } from "./conversation-routes.ts";
import { Created } from "./created.ts";
import { detectionRoutes } from "./detection-routes.ts";
import { experimentRoutes } from "./experiment-routes.ts";
import { keyRoutes } from "./key-routes.ts";
import { projectRoutes } from "./project-routes.ts";
import { isObject, isUuid, type JsonObject } from "./read-values.ts";
import type { Records } from "./records.ts";
import { invalid, Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";
import { taskRoutes } from "./task-routes.ts";

/** By method and template. */
export const routes: Routes = {
  ...analyticsRoutes,
  ...annotationRoutes,
  ...conversationRoutes,
  ...detectionRoutes,
  ...experimentRoutes,
  ...keyRoutes,
  ...projectRoutes,
  ...taskRoutes,
};

/** What the platform knows while it runs. */
export interface Platform {
  /** The key of a workspace, and that of a user, who has to name one. */
  readonly keys: Readonly<Record<"workspace" | "user", string>>;
  readonly records: Records;
}

/** Answers one request: a success bare, a failure as `{ detail }`. */
export async function answerCall(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const bytes = await buffer(request);
    const url = new URL(request.url ?? "/", "http://localhost");
    checkKey(platform, request, url.pathname);
    const { route, path } = findRoute(request.method ?? "GET", url.pathname);
    const { records } = platform;
    const answer = route({ path, query: url.searchParams, body: readBody(request, bytes), bytes, records });
    if (answer instanceof Created) send(response, 201, answer.body);
    else send(response, 200, answer);
  } catch (error) {
    if (error instanceof Refusal) send(response, error.statusCode, { detail: error.detail });
    else send(response, 500, { detail: String(error) });
  }
}

function checkKey({ keys }: Platform, { headers }: IncomingMessage, pathname: string): void {
  const key = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
  if (key !== keys.workspace && key !== keys.user) throw new Refusal(401, "Invalid API key");
  const workspace = headers["x-workspace-id"];
  // Keys are made outside of any workspace: that operation does not take the header.
  const isOutside = pathname === "/v1/api-keys";
  if (workspace === undefined && key === keys.user && !isOutside) {
    throw new Refusal(400, "x-workspace-id header is required");
  }
  if (workspace !== undefined && !isUuid(String(workspace))) {
    throw invalid(["header", "x-workspace-id"], "Input should be a valid UUID", "uuid_parsing");
  }
}

function findRoute(method: string, pathname: string): { route: (call: Call) => unknown; path: Call["path"] } {
  for (const [template, route] of Object.entries(routes)) {
    const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const match = pattern.exec(`${method} ${pathname}`);
    if (match) return { route, path: { ...match.groups } };
  }
  throw new Refusal(404, "Not Found");
}

function readBody({ headers }: IncomingMessage, bytes: Buffer): JsonObject {
  const type = headers["content-type"] ?? "";
  if (bytes.length === 0 || type === "application/x-protobuf") return {};
  if (!type.startsWith("application/json")) throw invalid(["body"], "Input should be JSON", "json_type");
  const body: unknown = JSON.parse(bytes.toString("utf8"));
  if (!isObject(body)) throw invalid(["body"], "Input should be an object", "dict_type");
  return body;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
