import type { Answer } from "./answer.ts";
import { readAnnotations } from "./annotation-routes.ts";
import { beginWork, signedIn } from "./begin-work.ts";
import { createFrames } from "./create-frames.ts";
import type { JsonObject } from "./json-value.ts";
import { makeTask } from "./make-rows.ts";
import { organizationOf } from "./read-scope.ts";
import { refuseFields, refuseList } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";
import { hasFormat, importFormats } from "./server-routes.ts";
import { findRow, nextId } from "./work-access.ts";

type Finish = (call: Call, endpoint: string) => Answer;

/** The endpoints that take files, and what each does once they are there. */
const endpoints: Readonly<Record<string, Finish>> = {
  "/api/tasks/{id}/data/": createFrames,
  "/api/tasks/{id}/annotations/": (call, endpoint) => importAnnotations(call, endpoint, "tasks"),
  "/api/jobs/{id}/annotations/": (call, endpoint) => importAnnotations(call, endpoint, "jobs"),
  "/api/projects/{id}/dataset/": importDataset,
  "/api/tasks/backup/": (call, endpoint) => restoreBackup(call, endpoint, "tasks"),
  "/api/projects/backup/": (call, endpoint) => restoreBackup(call, endpoint, "projects"),
};

export const uploadRoutes: Routes = Object.fromEntries(
  Object.entries(endpoints).flatMap(([path, finish]) => [
    [`POST ${path}`, (call: Call) => answerUpload(call, finish)],
    [`HEAD ${path}{file_id}`, lookAtUpload],
    [`PATCH ${path}{file_id}`, appendToUpload],
  ]),
);

/** What a POST is, its headers tell by being there, whatever they hold. */
function answerUpload(call: Call, finish: Finish): Answer {
  const { headers, pathname, form, platform } = call;
  const endpoint = pathname.replace(/\/$/, "");
  if ("upload-start" in headers && !("upload-finish" in headers)) return { status: 202 };
  if ("upload-length" in headers) return platform.uploads.create(endpoint, { headers, userId: signedIn(call.user).id });
  if (form !== undefined && endpoint.endsWith("/data")) keepFiles(call, form, endpoint);
  if ("upload-multiple" in headers) return { status: 200 };
  return finish(call, endpoint);
}

/** Files in a form; each is found by its own field, `client_files[0]` and on. */
function keepFiles({ platform }: Call, form: FormData, endpoint: string): void {
  if (!form.has("image_quality")) throw refuseFields({ image_quality: ["This field is required."] });
  for (const [field, value] of form) {
    if (/^client_files\[\d+\]$/.test(field) && typeof value !== "string") {
      platform.uploads.files(endpoint).set(value.name, Buffer.alloc(value.size));
    }
  }
}

function lookAtUpload({ path, pathname, user, platform }: Call): Answer {
  const id = path["file_id"] ?? "";
  return platform.uploads.look(pathname.slice(0, -id.length - 1), id, signedIn(user).id);
}

function appendToUpload({ path, pathname, user, headers, bytes, platform }: Call): Answer {
  const id = path["file_id"] ?? "";
  const piece = { userId: signedIn(user).id, offset: Number(headers["upload-offset"]), bytes };
  return platform.uploads.append(pathname.slice(0, -id.length - 1), id, piece);
}

function importAnnotations(call: Call, endpoint: string, kind: "tasks" | "jobs"): Answer {
  const { id } = findRow(call, kind);
  const format = requireFormat(call);
  requireFile(call, endpoint, "annotation_file");
  const key = `${kind}/${id}`;
  return beginWork(call, {
    action: "import",
    target: kind.slice(0, -1),
    targetId: id,
    subresource: "annotations",
    format,
    finish: () => {
      const stored = readAnnotations(call, key);
      call.platform.annotations.set(key, { ...stored, version: Number(stored["version"]) + 1 });
      return {};
    },
  });
}

function importDataset(call: Call, endpoint: string): Answer {
  const { id } = findRow(call, "projects");
  const format = requireFormat(call);
  requireFile(call, endpoint, "dataset_file");
  const finish = (): JsonObject => {
    addTask(call, { name: "imported", project_id: id });
    return {};
  };
  return beginWork(call, { action: "import", target: "project", targetId: id, subresource: "dataset", format, finish });
}

function restoreBackup(call: Call, endpoint: string, kind: "tasks" | "projects"): Answer {
  requireFile(call, endpoint, kind === "tasks" ? "task_file" : "project_file");
  return beginWork(call, {
    action: "import",
    target: kind.slice(0, -1),
    targetId: undefined,
    subresource: "backup",
    finish: () => {
      if (kind === "tasks") return { result_id: addTask(call, { name: "restored" }) };
      const { projects } = call.platform.rows;
      const id = nextId(projects);
      projects.set(id, { ...projects.get(2), id, name: "restored" });
      return { result_id: id };
    },
  });
}

function addTask({ user, scope, platform: { rows } }: Call, given: JsonObject & { readonly name: string }): number {
  const id = nextId(rows.tasks);
  const task = makeTask({ id, name: given.name, owner: user, organization: organizationOf(scope) });
  rows.tasks.set(id, { ...task, ...given });
  return id;
}

function requireFormat({ query }: Call): string {
  const format = query.get("format");
  if (format === null) throw refuseFields({ format: ["This field is required."] });
  if (!hasFormat(importFormats, format)) throw refuseList(`Unknown input format '${format}'`);
  return format;
}

/** With a name in the query, an upload of that name is looked for and nothing else; a form may hold the file otherwise. */
function requireFile({ query, form, platform }: Call, endpoint: string, field: string): void {
  if (query.get("location") === "cloud_storage") {
    if (!query.has("cloud_storage_id")) throw refuseList("Cloud storage id was not specified in the request");
    return;
  }
  const name = query.get("filename");
  const isThere = name === null ? form?.get(field) instanceof File : platform.uploads.files(endpoint).delete(name);
  if (!isThere) throw refuseList("No such file were uploaded");
}
