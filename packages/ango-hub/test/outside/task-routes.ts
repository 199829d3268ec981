import { readPage } from "./read-page.ts";
import { Refusal } from "./refusal.ts";
import { isObject, readId, readObject, readOneOf, readQueryJson, readString, readStrings } from "./read-values.ts";
import type { JsonObject } from "./read-values.ts";
import type { Call, Routes } from "./route.ts";

export const taskRoutes: Routes = {
  "GET /project/{projectId}/tasks": ({ path, query, records }) => {
    const project = readId(path["projectId"], "Project");
    const batches = query.get("batches")?.split(",");
    readQueryJson(query, "filters");
    readQueryJson(query, "filter");
    const tasks = records.tasks
      .filter(
        (task) => matches(task, query, "status") && matches(task, query, "stage") && matches(task, query, "assignee"),
      )
      .filter(
        (task) =>
          batches === undefined || batches.some((batch) => readStrings(task["batches"], "batches").includes(batch)),
      )
      .map((task) => show({ ...task, project }, query));
    const page = readPage(query, sort(tasks, query.get("sort") ?? "-createdAt"), 1000);
    return { data: { tasks: page, total: tasks.length } };
  },
  "GET /task/{taskId}": (call) => ({ data: { task: show(findTask(call), call.query) } }),
  "POST /annotate/{taskId}": (call) => {
    readOneOf(call.query.get("isPlugin") ?? "false", "isPlugin", ["true", "false"]);
    readOneOf(call.query.get("nextStage") ?? "false", "nextStage", ["true", "false"]);
    return { data: { label: { ...findTask(call), answer: readObject(call.body["answer"], "answer") } } };
  },
  "POST /project/{projectId}/requeueTasks": ({ path, body, records }) => {
    readId(path["projectId"], "Project");
    const toStageId = readString(body["toStageId"], "toStageId");
    return { data: { modifiedCount: { modified: select(records.tasks, body["filters"]).length, toStageId } } };
  },
  "POST /project/{projectId}/updatePriority": ({ path, body }) => {
    readId(path["projectId"], "Project");
    const { priority } = body;
    if (typeof priority !== "number" || Math.abs(priority) > 1000)
      throw new Refusal(400, "priority must be from -1000 to 1000");
    return { data: { result: {} } };
  },
  "POST /task/assign": ({ body }) => {
    for (const name of ["project", "user", "stage"]) readString(body[name], name);
    readStrings(body["tasks"], "tasks");
    return { data: {} };
  },
  "GET /task/{taskId}/history": (call) => {
    findTask(call);
    return { data: {} };
  },
  "GET /taskHistory/{taskHistoryId}": ({ path }) => {
    readId(path["taskHistoryId"], "Task history");
    return { data: {} };
  },
  "POST /review/{taskId}": (call) => {
    findTask(call);
    readOneOf(call.body["reviewStatus"], "reviewStatus", ["Accepted", "Rejected", "Todo", "Fixed"]);
    return { data: {} };
  },
};

function findTask({ path, records }: Call): JsonObject {
  const id = readId(path["taskId"], "Task");
  const task = records.tasks.find(({ _id }) => _id === id);
  if (task === undefined) throw new Refusal(404, "Task not found");
  return task;
}

/** The annotation is there when asked for. */
function show(task: JsonObject, query: URLSearchParams): JsonObject {
  const { answer, ...rest } = task;
  const fields = query.get("fields")?.split(",");
  const shown = query.get("includeAnswer") === "true" ? { ...rest, answer } : rest;
  if (fields === undefined) return shown;
  return Object.fromEntries(Object.entries(shown).filter(([name]) => name === "_id" || fields.includes(name)));
}

function matches(task: JsonObject, query: URLSearchParams, name: string): boolean {
  const wanted = query.get(name);
  return wanted === null || task[name] === wanted;
}

/** Sorts by each field in turn; a leading `-` descends. */
function sort(tasks: readonly JsonObject[], order: string): readonly JsonObject[] {
  const fields = order.split(",").map((field) => ({ name: field.replace(/^-/, ""), down: field.startsWith("-") }));
  return [...tasks].sort((left, right) => {
    for (const { name, down } of fields) {
      const difference = compare(left[name], right[name]);
      if (difference !== 0) return down ? -difference : difference;
    }
    return 0;
  });
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left) < String(right) ? -1 : Number(String(left) > String(right));
}

const members: Readonly<Record<string, string>> = {
  taskIds: "_id",
  externalIds: "externalId",
  assetIds: "asset",
  fromStageIds: "stage",
};

function select(tasks: readonly JsonObject[], filters: unknown): readonly JsonObject[] {
  if (!isObject(filters)) return tasks;
  return tasks.filter((task) =>
    Object.entries(members).every(([name, member]) => {
      const wanted = filters[name];
      return wanted === undefined || readStrings(wanted, name).includes(String(task[member]));
    }),
  );
}
