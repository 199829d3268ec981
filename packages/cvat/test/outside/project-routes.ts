import { makeLabel, makeProject } from "./make-rows.ts";
import { answerPage } from "./page.ts";
import { organizationOf } from "./read-scope.ts";
import type { Routes } from "./route.ts";
import { selectRows } from "./select-rows.ts";
import { findRow, nextId, requireLabels, requireName, rowsInScope, updateRow } from "./work-access.ts";

const rules = {
  fields: ["name", "owner", "assignee", "status", "id", "updated_date"],
  searched: ["name", "owner", "assignee", "status"],
};

export const projectRoutes: Routes = {
  "GET /api/projects": (call) => answerPage(call, selectRows(rowsInScope(call, "projects"), call.query, rules)),
  "POST /api/projects": ({ body, user, scope, platform: { rows } }) => {
    const name = requireName(body);
    const labels = requireLabels(body);
    const id = nextId(rows.projects);
    rows.projects.set(id, makeProject({ id, name, owner: user, organization: organizationOf(scope) }));
    for (const label of labels) {
      const labelId = nextId(rows.labels);
      rows.labels.set(labelId, makeLabel({ ...label, id: labelId, project_id: id }));
    }
    return { status: 201, json: rows.projects.get(id) };
  },
  "GET /api/projects/{id}": (call) => ({ json: findRow(call, "projects") }),
  "PATCH /api/projects/{id}": (call) => {
    const { labels: _, ...change } = call.body;
    return { json: updateRow(call, "projects", change) };
  },
  "DELETE /api/projects/{id}": (call) => {
    call.platform.rows.projects.delete(findRow(call, "projects").id);
    return { status: 204 };
  },
};
