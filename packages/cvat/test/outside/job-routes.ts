import { showBasicUser } from "./accounts.ts";
import { answerPage } from "./page.ts";
import { refuseFields } from "./refusal.ts";
import type { Routes } from "./route.ts";
import { selectRows } from "./select-rows.ts";
import { findRow, rowsInScope, updateRow } from "./work-access.ts";

const rules = {
  fields: [
    "task_name",
    "project_name",
    "assignee",
    "state",
    "stage",
    "id",
    "task_id",
    "project_id",
    "updated_date",
    "dimension",
    "type",
    "parent_job_id",
  ],
  searched: ["task_name", "project_name", "assignee", "state", "stage"],
};
const stages = ["annotation", "validation", "acceptance"];
const states = ["new", "in progress", "completed", "rejected"];

export const jobRoutes: Routes = {
  "GET /api/jobs": (call) => answerPage(call, selectRows(rowsInScope(call, "jobs"), call.query, rules)),
  "GET /api/jobs/{id}": (call) => ({ json: findRow(call, "jobs") }),
  "PATCH /api/jobs/{id}": (call) => {
    const { stage, state, assignee } = call.body;
    refuseUnknown("stage", stage, stages);
    refuseUnknown("state", state, states);
    const user = call.platform.accounts.users.find(({ id }) => id === assignee);
    if (typeof assignee === "number" && user === undefined) {
      throw refuseFields({ assignee: [`Invalid pk "${assignee}" - object does not exist.`] });
    }
    const change = {
      ...(stage !== undefined && { stage }),
      ...(state !== undefined && { state }),
      ...(assignee !== undefined && { assignee: user === undefined ? null : showBasicUser(user) }),
    };
    return { json: updateRow(call, "jobs", change) };
  },
};

function refuseUnknown(name: string, value: unknown, known: readonly unknown[]): void {
  if (value === undefined || known.includes(value)) return;
  throw refuseFields({ [name]: [`${JSON.stringify(value)} is not a valid choice.`] });
}
