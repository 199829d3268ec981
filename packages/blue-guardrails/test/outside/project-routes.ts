import { Created } from "./created.ts";
import { exportProject } from "./export-project.ts";
import { uuid, type Project } from "./labeling-records.ts";
import { readPage } from "./read-page.ts";
import { isObject, readOneOf, readText, readUuid, type JsonObject } from "./read-values.ts";
import { invalid, Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

const statuses = ["draft", "active", "completed"];

/** Labeling projects. One is shown by its UUID or its slug, and changed and exported by its UUID alone. */
export const projectRoutes: Routes = {
  "GET /v1/labeling-projects": ({ query, records }) => readPage(query, records.projects),
  "POST /v1/labeling-projects": ({ body, records }) => {
    const slug = readText(body, "slug", 255);
    const sourceType = readOneOf(body["source_type"], ["body", "source_type"], ["conversations", "experiment"]);
    if (records.projects.some((project) => project.slug === slug)) throw new Refusal(409, "Slug already in use");
    const project = {
      ...withLabels(body),
      id: uuid(5000 + records.projects.length),
      name: readText(body, "name", 255),
      slug,
      source_type: sourceType,
      config: { ...usualConfig, ...(isObject(body["config"]) && body["config"]) },
      status: "draft",
      created_by: uuid(6000),
      created_at: "2026-01-02T00:00:00Z",
      updated_at: "2026-01-02T00:00:00Z",
      task_count: 0,
      completed_task_count: 0,
      avg_completion_seconds: null,
    };
    records.projects.push(project);
    return new Created(project);
  },
  "GET /v1/labeling-projects/{project}": (call) =>
    find(call, ({ id, slug }) => [id, slug].includes(call.path["project"] ?? "")),
  "PATCH /v1/labeling-projects/{project}": (call) => {
    const { status, name } = call.body;
    const project = byUuid(call);
    if (status !== undefined && status !== null) readOneOf(status, ["body", "status"], statuses);
    if (name !== undefined && name !== null) readText(call.body, "name", 255);
    const sent = Object.entries(withLabels(call.body)).filter(([, value]) => value !== null);
    return Object.assign(project, Object.fromEntries(sent));
  },
  "GET /v1/labeling-projects/{project}/export": (call) => exportProject(byUuid(call), call.records),
};

const usualConfig = { labelers_per_task: 1, auto_create_review_tasks: false };

function byUuid(call: Call): Project {
  const wanted = readUuid(call.path["project"], "project_id");
  return find(call, ({ id }) => id === wanted);
}

function find({ records }: Call, isWanted: (project: Project) => boolean): Project {
  const project = records.projects.find(isWanted);
  if (!project) throw new Refusal(404, "Labeling project not found");
  return project;
}

/** A label that is not described has an empty description. */
function withLabels(body: JsonObject): JsonObject {
  const { label_schema: labels } = body;
  if (!Array.isArray(labels)) return body;
  const described = labels.map((label: unknown, index) => {
    if (isObject(label) && typeof label["name"] === "string") return { description: "", ...label };
    throw invalid(["body", "label_schema", index, "name"], "Field required", "missing");
  });
  return { ...body, label_schema: described };
}
