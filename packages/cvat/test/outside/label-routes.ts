import type { JsonObject } from "./json-value.ts";
import { answerPage } from "./page.ts";
import { refuseFields, refuseList } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";
import { selectRows } from "./select-rows.ts";
import { findRow, updateRow } from "./work-access.ts";

const rules = { fields: ["name", "parent", "id", "type", "color", "parent_id"], searched: ["name", "parent"] };

export const labelRoutes: Routes = {
  "GET /api/labels": (call) => answerPage(call, selectRows(labelsOf(call), call.query, rules)),
  "GET /api/labels/{id}": (call) => ({ json: findRow(call, "labels") }),
  "PATCH /api/labels/{id}": (call) => {
    const { name } = call.body;
    if (name !== undefined && typeof name !== "string") throw refuseFields({ name: ["Not a valid string."] });
    return { json: updateRow(call, "labels", call.body) };
  },
  "DELETE /api/labels/{id}": (call) => {
    call.platform.rows.labels.delete(findRow(call, "labels").id);
    return { status: 204 };
  },
};

/** A task within a project has the project's labels. */
function labelsOf({ query, platform: { rows } }: Call): JsonObject[] {
  const given = ["job_id", "task_id", "project_id"].filter((name) => query.has(name));
  if (given.length > 1) throw refuseList(`Only one of ${given.join(", ")} can be used`);
  const job = rows.jobs.get(Number(query.get("job_id")));
  const taskId = job?.["task_id"] ?? Number(query.get("task_id") ?? Number.NaN);
  const task = rows.tasks.get(Number(taskId));
  const projectId = task?.["project_id"] ?? Number(query.get("project_id") ?? Number.NaN);
  const labels = [...rows.labels.values()];
  if (given.length === 0) return labels;
  return labels.filter((label) => label["task_id"] === taskId || label["project_id"] === projectId);
}
