import { isObject } from "./json-value.ts";
import { answerPage } from "./page.ts";
import type { Routes } from "./route.ts";

export const requestRoutes: Routes = {
  "GET /api/requests": (call) => {
    const wanted = ["project_id", "task_id", "job_id", "target"].filter((name) => call.query.has(name));
    const rows = call.platform.background.list().filter(({ operation, status }) => {
      const isOfStatus = !call.query.has("status") || call.query.get("status") === status;
      return (
        isOfStatus && isObject(operation) && wanted.every((name) => String(operation[name]) === call.query.get(name))
      );
    });
    return answerPage(call, rows);
  },
  "GET /api/requests/{id}": ({ path, platform: { background } }) => ({ json: background.look(path["id"] ?? "") }),
  "POST /api/requests/{id}/cancel": ({ path, platform: { background } }) => {
    background.cancel(path["id"] ?? "");
    return {};
  },
};
