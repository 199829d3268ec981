import { uuid, type Task } from "./labeling-records.ts";
import { readPage } from "./read-page.ts";
import { queryUuid, readList, readOneOf, readUuid, type JsonObject } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Records } from "./records.ts";
import type { Call, Routes } from "./route.ts";

const lanes = ["task", "review"];

/** Tasks: listed, claimed one after the other, and given away. */
export const taskRoutes: Routes = {
  "GET /v1/labeling-projects/{project}/tasks": (call) => {
    const { query, records } = call;
    const [status, lane, assignee] = [query.get("status"), query.get("lane"), queryUuid(query, "assignee_id")];
    if (lane !== null) readOneOf(lane, ["query", "lane"], lanes);
    const found = tasksOf(call).filter(
      (task) =>
        (status === null || task.status === status) &&
        (lane === null || laneOf(task) === lane) &&
        (assignee === undefined || task.assignee_id === assignee),
    );
    return readPage(
      query,
      found.map((task) => ({ ...task, ...countsOf(task, records) })),
    );
  },
  "POST /v1/labeling-projects/{project}/tasks/claim": (call) => {
    const lane = readOneOf(call.body["lane"], ["body", "lane"], lanes);
    const free = tasksOf(call).find(
      (task) => laneOf(task) === lane && task.status === "pending" && task.assignee_id === null,
    );
    if (!free) throw new Refusal(404, "No task available");
    free.assignee_id = uuid(6000);
    return showTask(free, call.records);
  },
  "POST /v1/labeling-tasks/bulk-assign": ({ body, records }) => {
    const ids = readList(body, "task_ids");
    const assignee = readUuid(body["assignee_id"], "assignee_id", "body");
    const [processed, skipped, errors]: [unknown[], unknown[], JsonObject[]] = [[], [], []];
    for (const id of ids) {
      const task = records.tasks.find((one) => one.id === id);
      if (!task) errors.push({ task_id: id, error: "Task not found" });
      else if (task.status !== "pending") skipped.push(id);
      else {
        task.assignee_id = assignee;
        processed.push(id);
      }
    }
    return { processed, skipped, errors };
  },
};

function tasksOf({ path, records }: Call): readonly Task[] {
  const project = readUuid(path["project"], "project_id");
  if (records.projects.every(({ id }) => id !== project)) throw new Refusal(404, "Labeling project not found");
  return records.tasks.filter((task) => task.project_id === project);
}

function laneOf({ source_task_id: source }: Task): string {
  return source === null ? "task" : "review";
}

/** A list shows of a task what a claim does not, and the other way round. */
function countsOf({ id }: Task, { tasks, evaluations, annotations }: Records): JsonObject {
  const own = new Set(evaluations.filter((one) => one.task_id === id).map((one) => one.id));
  return {
    source_task_assignee_id: null,
    review_task_id: tasks.find((task) => task.source_task_id === id)?.id ?? null,
    annotation_count: annotations.filter((one) => own.has(one.evaluation_id)).length,
  };
}

function showTask(task: Task, { evaluations, annotations }: Records): JsonObject {
  return {
    ...task,
    labeling_evaluations: evaluations
      .filter((evaluation) => evaluation.task_id === task.id)
      .map((evaluation) => ({
        ...evaluation,
        labeling_annotations: annotations.filter((one) => one.evaluation_id === evaluation.id),
      })),
  };
}
