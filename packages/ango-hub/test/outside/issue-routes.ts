import { objectId } from "./object-id.ts";
import { readPage } from "./read-page.ts";
import { Refusal } from "./refusal.ts";
import { readId, readObject, readOneOf, readString } from "./read-values.ts";
import type { Call, Routes } from "./route.ts";

export const issueRoutes: Routes = {
  "GET /issues": ({ query, records }) => {
    const status = query.get("status");
    if (status !== null) readOneOf(status, "status", ["Open", "Resolved", "Closed"]);
    const issues = records.issues.filter((issue) => status === null || issue["status"] === status);
    return { status: 201, data: { issue: readPage(query, issues) } };
  },
  "POST /issues": ({ body, records }) => {
    const labelTask = readString(body["labelTask"], "labelTask");
    if (body["position"] !== undefined && body["objectId"] !== undefined) {
      throw new Refusal(400, "position and objectId exclude each other");
    }
    const issue = { ...body, _id: objectId(records.issues.length), labelTask, status: "Open" };
    records.issues.push(issue);
    return { data: { issue } };
  },
  "POST /issues/{issueId}": (call) => {
    checkIssue(call);
    return { data: {} };
  },
  "DELETE /issues/{issueId}": (call) => {
    checkIssue(call);
    readId(call.query.get("project") ?? undefined, "Project");
    return { data: {} };
  },
  "POST /issues/{issueId}/comment": (call) => {
    checkIssue(call);
    readString(call.body["content"], "content");
    return { data: {} };
  },
  "POST /pluginResponse": ({ body }) => {
    const taskId = readString(body["taskId"], "taskId");
    readString(body["pluginId"], "pluginId");
    readString(body["status"], "status");
    readObject(body["response"], "response");
    return { data: { response: { received: true, taskId } } };
  },
  "POST /pluginLog": ({ body }) => {
    for (const name of ["pluginId", "level", "message"]) readString(body[name], name);
    return { data: { response: { logged: true } } };
  },
};

function checkIssue({ path, records }: Call): void {
  const id = readId(path["issueId"], "Issue");
  if (!records.issues.some(({ _id }) => _id === id)) throw new Refusal(404, "Issue not found");
}
