import { isPlainObject } from "@labelwire/core";
import type { Exchange, Item, MockBehaviour, MockTools } from "@labelwire/core/msw";
import { fail } from "./envelope.ts";

/** How often a dataset or a batch is looked at before it is ready: a client that waits sees it pending first. */
const looksUntilReady = 2;

/** What Stardust does beyond its specification: imports take a while, names are given once, and results belong to tasks. */
export function stardustBehaviour(tools: MockTools<never>): MockBehaviour<never> {
  const looks = new Map<string, number>();
  const names = new Set<string>();

  const look = (key: string): number => {
    const count = (looks.get(key) ?? looksUntilReady) + 1;
    looks.set(key, count);
    return count;
  };

  const begin = (resource: "datasets" | "batches", given: Item, key: string): Item => {
    const item = tools.create(resource, given);
    looks.set(`${resource}|${String(item[key])}`, 0);
    return item;
  };

  /** Refuses a name that was given before; the codes are those of the operations' pages. */
  const takeName = (kind: string, { body }: Exchange, code: number): Response | undefined => {
    const name = `${kind}|${String(member(body, "name"))}`;
    if (names.has(name)) return fail(code, `Duplicate ${kind} name`);
    names.add(name);
    return undefined;
  };

  const showTask = (exchange: Exchange): Response => {
    const taskId = String(member(exchange.body, "taskId"));
    const found = tools.item("tasks", taskId);
    if (!found) return fail(404, "Task Not Found");
    const { status, projectId = member(exchange.body, "projectId") } = found;
    const task = { taskId, status, appendInfo: { projectInfo: { projectId: digitsOf(projectId) } } };
    return tools.succeed(exchange, { data: tools.value("Task", { purpose: taskId, given: task }) });
  };

  const exportTasks = (exchange: Exchange): Response => {
    const { body } = exchange;
    const wanted = member(body, "taskIds");
    const tasks = tools
      .items("tasks", { projectId: digitsOf(member(body, "projectId")) })
      .filter((task) => !Array.isArray(wanted) || wanted.map(String).includes(String(task["id"])))
      .filter((task) => isBetween(task["updatedTime"], body));
    const annotationResultList = tasks.map(({ id }) => {
      const taskId = String(id);
      // A result names its task in its notes alone.
      return tools.value("AnnotationResult", { purpose: taskId, given: { issues: [], notes: [{ taskId }] } });
    });
    return tools.succeed(exchange, { data: { annotationResultList } });
  };

  const showDataset = (exchange: Exchange): Response => {
    const datasetId = String(exchange.params.query["datasetId"]);
    const dataset = tools.item("datasets", datasetId);
    if (!dataset) return fail(5308, "Dataset Not Exist");
    const isReady = look(`datasets|${datasetId}`) > looksUntilReady;
    const pending = { ...dataset, status: 1, mappingList: [] };
    return tools.succeed(exchange, { data: isReady ? dataset : pending });
  };

  const showBatch = (exchange: Exchange): Response => {
    const batchId = String(member(exchange.body, "batchId"));
    const batch = tools.item("batches", batchId);
    if (!batch) return fail(404, "Batch Not Exist");
    const isReady = look(`batches|${batchId}`) > looksUntilReady;
    return tools.succeed(exchange, { data: isReady ? batch : { ...batch, status: 1, errors: [] } });
  };

  return {
    operations: {
      create_folder: (exchange) => takeName("folder", exchange, 5836),
      create_project: (exchange) => {
        const refusal = takeName("project", exchange, 5801);
        if (refusal) return refusal;
        const { id } = tools.create("projects", { ...pick(exchange.body, "name", "dataType"), status: 0 });
        return tools.succeed(exchange, { data: { projectId: id, status: 0 } });
      },
      get_task: showTask,
      export_tasks: exportTasks,
      request_annotation: (exchange) => {
        const dataIds = member(exchange.body, "dataIds");
        const random = tools.random(`request|${JSON.stringify(dataIds)}`);
        const successTaskList = (Array.isArray(dataIds) ? dataIds : []).map((dataId: unknown) => ({
          dataId,
          taskId: `4669${Array.from({ length: 14 }, () => random.integer(0, 9)).join("")}`,
        }));
        return tools.succeed(exchange, { data: { successTaskList, errorDataIdList: [] } });
      },
      run_stat: (exchange) => {
        const { projectId, workflowId } = pick(exchange.body, "projectId", "workflowId");
        const ids = { projectId: digitsOf(projectId), workflowId: digitsOf(workflowId) };
        return tools.succeed(exchange, { data: ids });
      },
      async_import: (exchange) => {
        const { datasetId } = begin("datasets", {}, "datasetId");
        return tools.succeed(exchange, { data: { datasetId, status: 1, mappingList: [] } });
      },
      sync_upload: (exchange) => {
        const file = member(exchange.body, "uploadFile");
        if (file instanceof Blob && file.size === 0) return fail(5707, "Empty File");
        return tools.succeed(exchange, { data: tools.create("datasets", {}) });
      },
      get_status: showDataset,
      send_task: (exchange) => {
        const url = String(member(exchange.body, "resourceUrl"));
        const jsonlName = url.split(/[?#]/, 1)[0]?.split("/").at(-1) ?? "";
        const { batchId } = begin("batches", { jsonlName }, "batchId");
        return tools.succeed(exchange, { data: { importStatus: 1, batchId } });
      },
      check_send_status: showBatch,
      re_sending: (exchange) => {
        const taskId = String(exchange.params.path["taskId"]);
        return tools.item("tasks", taskId) ? undefined : fail(404, "Task Not Found");
      },
    },
  };
}

function member(value: unknown, name: string): unknown {
  return isPlainObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function pick(value: unknown, ...names: readonly string[]): Readonly<Record<string, unknown>> {
  const members = names.map((name): [string, unknown] => [name, member(value, name)]);
  return Object.fromEntries(members.filter(([, one]) => one !== undefined));
}

/** An id as the mock holds it. */
function digitsOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** Whether a time such as `2025-06-01 09:30:00` is in the days that an export asks for: the first counts, the last does not. */
function isBetween(time: unknown, body: unknown): boolean {
  const [after, before] = [member(body, "completeTimeAfter"), member(body, "completeTimeBefore")];
  const day = String(time).slice(0, 10);
  return (typeof after !== "string" || day >= after) && (typeof before !== "string" || day < before);
}
