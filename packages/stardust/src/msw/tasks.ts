import { isPlainObject } from "@labelwire/core";
import { sentBody, type Exchange, type Item, type MockBehaviour, type MockTools } from "@labelwire/core/msw";
import { fail } from "./failure-envelope.ts";
import { digitsOf, objectsIn, textOf, textsIn } from "./read-sent.ts";
import type { Projects } from "./projects.ts";
import { isInDays } from "./select-tasks.ts";

type Operations = NonNullable<MockBehaviour<never>["operations"]>;

const complete = 9;
const waitsForDistribution = 1;

/** Tasks: made of data, shown with their result, and exported with the same. */
export function createTasks(tools: MockTools<never>, projects: Projects): Operations {
  const detailOf = (taskId: string): Item =>
    (tools.isHeld("taskDetails") ? tools.item("taskDetails", taskId) : undefined) ?? {};

  /** What a task shows as its result, and what an export has of it. */
  const resultOf = (taskId: string): unknown => {
    const { result } = detailOf(taskId);
    const made = isPlainObject(result) ? result : tools.value("AnnotationResult", { purpose: taskId });
    const given = isPlainObject(made) ? nameTask(made, taskId) : {};
    return tools.value("AnnotationResult", { purpose: taskId, given });
  };

  const findTask = (taskId: string, projectId: unknown): Item | undefined =>
    tools.isHeld("tasks")
      ? tools.items("tasks", { projectId: digitsOf(projectId) }).find(({ id }) => id === taskId)
      : tools.item("tasks", taskId);

  const showTask = (exchange: Exchange): Response => {
    const { taskId: sent, projectId } = sentBody(exchange);
    const taskId = textOf(sent);
    const task = findTask(taskId, projectId);
    if (!task) return fail(404, "Task Not Found");
    const appendInfo = { projectInfo: { projectId: digitsOf(projectId) } };
    const given = { appendInfo, ...detailOf(taskId), taskId, status: task["status"], result: resultOf(taskId) };
    return tools.succeed(exchange, { data: tools.value("Task", { purpose: taskId, given }) });
  };

  const exportTasks = (exchange: Exchange): Response => {
    const { projectId, taskIds, completeTimeAfter, completeTimeBefore } = sentBody(exchange);
    const [after, before] = [dayOf(completeTimeAfter), dayOf(completeTimeBefore)];
    const notADay = [after, before].find((day) => day !== undefined && Number.isNaN(Date.parse(day)));
    if (notADay !== undefined) return fail(400, `Invalid Parameter: ${JSON.stringify(notADay)} is no day`);
    const hasDays = after !== undefined || before !== undefined;
    const tasks = tools
      .items("tasks", { projectId: digitsOf(projectId) })
      .filter(({ id }) => !Array.isArray(taskIds) || taskIds.map(textOf).includes(String(id)))
      // Only a task that is complete was completed on a day.
      .filter((task) => !hasDays || (task["status"] === complete && isInDays(task, { after, before })));
    const annotationResultList = tasks.map(({ id }) => resultOf(String(id)));
    return tools.succeed(exchange, { data: { annotationResultList } });
  };

  const requestAnnotation = (exchange: Exchange): Response => {
    const { projectId, workflowId, datasetId, dataIds } = sentBody(exchange);
    if (!projects.hasWorkflow(projectId, workflowId)) return fail(5845);
    const dataset = tools.isHeld("datasets") ? tools.item("datasets", textOf(datasetId)) : undefined;
    if (tools.isHeld("datasets") && !dataset) return fail(5308);
    const known = objectsIn(dataset?.["mappingList"]).map((entry) => entry["dataId"]);
    const isKnown = (dataId: string): boolean => dataset === undefined || known.includes(dataId);
    const sent = textsIn(dataIds);
    const successTaskList = sent.filter(isKnown).map((dataId) => {
      const ids = { projectId: digitsOf(projectId), datasetId: digitsOf(datasetId) };
      const { id } = tools.create("tasks", { ...ids, status: waitsForDistribution });
      return { dataId, taskId: id };
    });
    const errorDataIdList = sent.filter((dataId) => !isKnown(dataId));
    return tools.succeed(exchange, { data: { successTaskList, errorDataIdList } });
  };

  return {
    get_task: showTask,
    export_tasks: exportTasks,
    request_annotation: requestAnnotation,
    re_sending: (exchange) =>
      tools.item("tasks", String(exchange.params.path["taskId"])) ? undefined : fail(404, "Task Not Found"),
  };
}

/** A result names its task in its notes and in what was done about its issues, and nowhere else: there as an integer. */
function nameTask(result: Item, id: string): Item {
  const taskId = digitsOf(id);
  if (taskId === undefined) return result;
  const notes = objectsIn(result["notes"]);
  const issues = objectsIn(result["issues"]).map((issue) => ({
    ...issue,
    actions: objectsIn(issue["actions"]).map((action) => ({ ...action, taskId })),
  }));
  return { ...result, issues, notes: (notes.length > 0 ? notes : [{}]).map((note) => ({ ...note, taskId })) };
}

function dayOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
