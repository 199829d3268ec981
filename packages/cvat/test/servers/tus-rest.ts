import { json } from "./tus-answers.ts";
import type { TusTestServer, UploadRequest } from "./tus-server-types.ts";

/** The calls around an upload: tasks, formats, background requests. */
export function answerRest(server: TusTestServer, { method, path, query }: UploadRequest, body: string): Response {
  if (path === "/api/server/annotation/formats") return json(200, formats);
  if (path === "/api/requests") return list(server, Number(query.get("task_id")));
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

function look({ work }: TusTestServer, id: string): Response {
  const statuses = work.get(id);
  const [status] = statuses ?? [];
  if (statuses === undefined || status === undefined) {
    return new Response("There is no request with specified id", {
      status: 404,
      headers: { "content-type": "text/html" },
    });
  }
  if (statuses.length > 1) statuses.shift();
  return json(200, describeRequest(id, status));
}

function list({ work }: TusTestServer, taskId: number): Response {
  const results = [...work]
    .filter(([id]) => id.endsWith(`target_id=${taskId}`))
    .map(([id, [status = ""]]) => describeRequest(id, status));
  return json(200, { count: results.length, next: null, previous: null, results });
}

function describeRequest(id: string, status: string): object {
  return {
    id,
    status,
    message: status === "failed" ? "No media data found" : "",
    progress: status === "started" ? 0.5 : null,
    operation: { type: "create:task", target: "task", task_id: Number(/target_id=(\d+)/.exec(id)?.[1] ?? 0) },
    created_date: "2026-11-22T00:00:00Z",
    result_id: status === "finished" && id.startsWith("action=import") ? 77 : null,
  };
}

const formats = {
  importers: [
    { name: "COCO 1.0", ext: "JSON, ZIP", version: "1.0", enabled: true, dimension: "2d" },
    { name: "CVAT 1.1", ext: "XML, ZIP", version: "1.1", enabled: true, dimension: "2d" },
  ],
  exporters: [],
};
