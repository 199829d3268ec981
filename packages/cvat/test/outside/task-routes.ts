import type { JsonObject } from "./json-value.ts";
import { makeLabel, makeTask } from "./make-rows.ts";
import { answerPage } from "./page.ts";
import { organizationOf } from "./read-scope.ts";
import { refuseFields, refuseList } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";
import { selectRows } from "./select-rows.ts";
import { findRow, nextId, requireLabels, requireName, rowsInScope, updateRow } from "./work-access.ts";

const rules = {
  fields: [
    "project_name",
    "name",
    "owner",
    "status",
    "assignee",
    "subset",
    "mode",
    "dimension",
    "id",
    "project_id",
    "updated_date",
  ],
  searched: ["project_name", "name", "owner", "status", "assignee", "subset", "mode", "dimension"],
};

export const taskRoutes: Routes = {
  "GET /api/tasks": (call) => answerPage(call, selectRows(rowsInScope(call, "tasks"), call.query, rules)),
  "POST /api/tasks": (call) => ({ status: 201, json: createTask(call) }),
  "GET /api/tasks/{id}": (call) => ({ json: findRow(call, "tasks") }),
  "PATCH /api/tasks/{id}": (call) => {
    const { labels: _, ...change } = call.body;
    return { json: updateRow(call, "tasks", change) };
  },
  "DELETE /api/tasks/{id}": (call) => {
    const { id } = findRow(call, "tasks");
    const { rows, frames } = call.platform;
    rows.tasks.delete(id);
    frames.delete(id);
    for (const [jobId, job] of rows.jobs) if (job["task_id"] === id) rows.jobs.delete(jobId);
    return { status: 204 };
  },
};

function createTask({ body, user, scope, platform: { rows } }: Call): JsonObject | undefined {
  const name = requireName(body);
  const labels = requireLabels(body);
  const projectId = body["project_id"] ?? null;
  if (labels.length > 0 && projectId !== null)
    throw refuseList("Project must have only one of Label set or project_id");
  const project = typeof projectId === "number" ? rows.projects.get(projectId) : undefined;
  if (projectId !== null && project === undefined) {
    throw refuseFields({ project_id: ["The specified project does not exist."] });
  }
  const id = nextId(rows.tasks);
  const task = makeTask({ id, name, owner: user, organization: organizationOf(scope) });
  const { subset = "", overlap = null, segment_size = 0 } = body;
  const belongs = { project_id: projectId, project_name: project?.["name"] ?? null };
  rows.tasks.set(id, { ...task, ...belongs, subset, overlap, segment_size });
  for (const label of labels) {
    const labelId = nextId(rows.labels);
    rows.labels.set(labelId, makeLabel({ ...label, id: labelId, task_id: id }));
  }
  return rows.tasks.get(id);
}
