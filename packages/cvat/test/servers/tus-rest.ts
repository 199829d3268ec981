import { json } from "./tus-answers.ts";
import type { TusTestServer, UploadRequest } from "./tus-server-types.ts";

/** The calls around an upload: tasks, formats, background requests. */
export function answerRest(server: TusTestServer, { method, path, query }: UploadRequest, body: string): Response {
  if (path === "/api/server/annotation/formats") return json(200, formats);
  if (path === "/api/requests") return list(server, query);
  const requestId = /^\/api\/requests\/([^/]+)$/.exec(path)?.[1];
  if (requestId !== undefined) return look(server, decodeURIComponent(requestId));
  if (path === "/api/tasks" && method === "POST") {
    const { name } = JSON.parse(body) as { name: string };
    const id = server.tasks.size + 101;
    server.tasks.set(id, { name });
    return json(201, { id, name, size: 0, jobs: { count: 0 }, labels: {} });
  }
  const taskId = Number(/^\/api\/tasks\/(\d+)$/.exec(path)?.[1]);
  const task = server.tasks.get(taskId);
  if (task === undefined) return json(404, { detail: "Not found." });
  if (method === "DELETE") {
    server.tasks.delete(taskId);
    return new Response(null, { status: 204 });
  }
  const size = server.files.get(`/api/tasks/${taskId}/data`)?.size ?? 0;
  return json(200, { id: taskId, ...task, size, jobs: { count: 1 }, labels: {} });
}

function look(server: TusTestServer, id: string): Response {
  const statuses = server.work.get(id);
  const [status] = statuses ?? [];
  if (statuses === undefined || status === undefined) {
    return new Response("There is no request with specified id", {
      status: 404,
      headers: { "content-type": "text/html" },
    });
  }
  if (statuses.length > 1) statuses.shift();
  return json(200, describeRequest(server, id, status));
}

/** The filters of the list, but for those that no test uses. */
function list(server: TusTestServer, query: URLSearchParams): Response {
  const results = [...server.work]
    .filter(([id]) => {
      const parts = new URLSearchParams(id);
      const named = ["action", "target", "subresource"].every((name) => isAsked(query, name, parts.get(name)));
      return named && isAsked(query, `${parts.get("target") ?? ""}_id`, parts.get("target_id"));
    })
    .map(([id, [status = ""]]) => describeRequest(server, id, status));
  return json(200, { count: results.length, next: null, previous: null, results });
}

function isAsked(query: URLSearchParams, name: string, value: string | null): boolean {
  return !query.has(name) || query.get(name) === value;
}

function describeRequest({ begun }: TusTestServer, id: string, status: string): object {
  const parts = new URLSearchParams(id);
  const [action, target = "", subresource] = ["action", "target", "subresource"].map((name) => parts.get(name) ?? "");
  const targetId = parts.get("target_id");
  return {
    id,
    status,
    message: status === "failed" ? "No media data found" : "",
    progress: status === "started" ? 0.5 : null,
    operation: {
      type: `${action}:${subresource === "" ? target : subresource}`,
      target,
      ...(targetId !== null && { [`${target}_id`]: Number(targetId) }),
    },
    created_date: new Date(begun.get(id) ?? Date.parse("2026-01-22T00:00:00Z")).toISOString(),
    result_id: status === "finished" && action === "import" ? 77 : null,
  };
}

const formats = {
  importers: [
    { name: "COCO 1.0", ext: "JSON, ZIP", version: "1.0", enabled: true, dimension: "2d" },
    { name: "CVAT 1.1", ext: "XML, ZIP", version: "1.1", enabled: true, dimension: "2d" },
  ],
  exporters: [],
};
