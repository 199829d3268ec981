import type { Records } from "./records.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

export const genericRoutes: Routes = {
  "POST /folder/create": ({ body, records }) => {
    const name = readText(body["name"], "name");
    if (records.folders.has(name)) throw new Refusal(5836, "Duplicate folder name");
    records.folders.add(name);
    return { folderId: 1n };
  },
  "POST /project/create": ({ body }) => {
    for (const member of ["name", "deadline"]) readText(body[member], member);
    if (!Array.isArray(body["operators"])) throw new Refusal(5839, "operators");
    return { projectId: 12n, status: 1, workflowId: 10n };
  },
  "GET /project/get": ({ query }) => {
    readId(query.get("projectId"), "projectId");
    return { description: "this project description", created_at: "2024-04-22" };
  },
  "POST /project/list": (call) => {
    for (const member of ["status", "dataType"]) readNumber(call.body[member], member);
    const ids = Array.from({ length: 12 }, (_, index) => ({ id: 3184n + BigInt(index), name: `project ${index}` }));
    return page(call, ids);
  },
  "POST /project/tasks": (call) => {
    const projectId = readId(call.body["projectId"], "projectId");
    for (const member of ["status", "startTime", "endTime"]) readNumber(call.body[member], member);
    return page(
      call,
      call.records.tasks.map(({ id }) => ({ id, projectId, datasetId: 8545436153352348001n, status: 9 })),
    );
  },
  "POST /task/get": ({ body, records }) => {
    const projectId = readId(body["projectId"], "projectId");
    const taskId = readText(body["taskId"], "taskId");
    if (!records.tasks.some(({ id }) => id === taskId)) throw new Refusal(404, "Task Not Found");
    const slots = [{ id: "s", label: "2dbox", type: "box2d", plane: { topLeft: { x: 1.5, y: 2 } } }];
    const annotations = [{ key: "box2d-[e3030]", label: "2dbox", type: "slot", slots }];
    const result = { annotations, issues: [], hints: [], metadata: { invalidFrame: [] } };
    return { taskId, status: 9, result, pointData: null, appendInfo: { projectInfo: { projectId } } };
  },
  "POST /tasks/export": ({ body, records }) => {
    readId(body["projectId"], "projectId");
    const [after = "", before = "9999"] = [body["completeTimeAfter"], body["completeTimeBefore"]].map(readDay);
    const chosen = records.tasks.filter(({ day }) => day >= after && day < before);
    const slots = [{ type: "text", id: "1", label: "cat", text: "cat", start: 0, length: 3, confirmed: true }];
    const annotations = [{ key: "text-1", label: "cat", type: "slot", slots }];
    const results = chosen.map(({ id }) => ({
      annotations,
      hints: [],
      issues: [],
      metadata: {},
      notes: [{ taskId: BigInt(id) }],
    }));
    return { annotationResultList: results };
  },
  "POST /task/send": ({ body }) => {
    readId(body["projectId"], "projectId");
    if (!/^https?:/.test(readText(body["resourceUrl"], "resourceUrl"))) throw new Refusal(400, "resourceUrl");
    return { importStatus: 1, batchId: "1948529430730380288" };
  },
  "POST /task/send/status": ({ body, records }) => {
    const batchId = readText(body["batchId"], "batchId");
    const error = "Duplicate UniqueIdentifier ID：cat-1";
    const errors = [{ uniqueIdentifier: "cat-1", jsonLine: '{"attachmentType"', error }];
    const isDone = look(records, batchId) > 1;
    return {
      batchId,
      jsonlName: "cats.jsonl",
      taskCount: 2,
      importFailCount: isDone ? 1 : 0,
      status: isDone ? 3 : 1,
      errors: isDone ? errors : [],
    };
  },
  "POST /task/{taskId}/callback": () => null,
  "POST /dataset/upload/sync": ({ form }) => {
    const file = form?.get("uploadFile");
    if (!(file instanceof File)) throw new Refusal(5707, "Empty File");
    if (!file.name.endsWith(".zip")) throw new Refusal(5709, "Not ZIP");
    for (const field of ["fileTreeType", "dataType"]) readNumber(Number(form?.get(field) ?? Number.NaN), field);
    return dataset(2);
  },
  "POST /dataset/import/async": ({ body }) => {
    if (!readText(body["resourceUrl"], "resourceUrl").startsWith("gs://")) throw new Refusal(400, "resourceUrl");
    readText(body["fileTreeType"], "fileTreeType");
    readNumber(body["dataType"], "dataType");
    readText(body["name"], "name");
    return { datasetId: dataset(1).datasetId, status: 1 };
  },
  "GET /dataset/status": ({ query, records }) =>
    dataset(look(records, readText(query.get("datasetId"), "datasetId")) > 1 ? 2 : 1),
  "POST /annotation/request": ({ body }) => {
    for (const member of ["projectId", "datasetId"]) readId(body[member], member);
    const dataIds = body["dataIds"];
    if (!Array.isArray(dataIds)) throw new Refusal(400, "dataIds");
    return {
      successTaskList: dataIds.map((dataId: unknown) => ({ dataId, taskId: "23412341235234234" })),
      errorDataIdList: [],
    };
  },
  "POST /annotation/stat": ({ body }) => {
    const [projectId, workflowId] = [readId(body["projectId"], "projectId"), readId(body["workflowId"], "workflowId")];
    return { projectId, workflowId, efficiency: { workHours: 30.5, objectCount: 1000 }, efforts: [], autolabeling: [] };
  },
  "POST /workflow/create": ({ body }) => {
    readId(body["projectId"], "projectId");
    return { workflowId: 18000n };
  },
};

function dataset(status: 1 | 2): { datasetId: string; status: number; mappingList: object[] } {
  const mappingList = status === 2 ? [{ dataId: "111", sceneId: "111111" }] : [];
  return { datasetId: "8545436153352348001", status, mappingList };
}

function look({ looks }: Records, key: string): number {
  const count = (looks.get(key) ?? 0) + 1;
  looks.set(key, count);
  return count;
}

/** Pages are counted from 1, and have ten items unless told otherwise. */
function page({ body }: Call, items: readonly object[]): object {
  const [offset, limit] = [Number(body["offset"] ?? 1), Number(body["limit"] ?? 10)];
  return { count: items.length, data: items.slice((offset - 1) * limit, offset * limit) };
}

/** A `long`, which is an integer and no text. */
function readId(value: unknown, name: string): bigint {
  if (typeof value === "bigint" || Number.isSafeInteger(value)) return BigInt(value as number);
  if (typeof value === "string" && /^\d+$/.test(value) && name === "projectId") return BigInt(value); // In a query.
  throw new Refusal(400, `Invalid Parameter ${name}`);
}

function readNumber(value: unknown, name: string): number {
  if (typeof value !== "number" || Number.isNaN(value)) throw new Refusal(400, `Invalid Parameter ${name}`);
  return value;
}

function readText(value: unknown, name: string): string {
  if (typeof value !== "string" || value === "") throw new Refusal(400, `Invalid Parameter ${name}`);
  return value;
}

function readDay(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new Refusal(400, "Invalid Parameter date");
  return value;
}
