import { look } from "./records.ts";
import { readDay, readId, readList, readText } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Routes } from "./route.ts";

const bad = (name: string): { name: string; code: number } => ({ name, code: 400 });
const batchId = "1948529430730380288";

/** Tasks: how they are sent, and what came of them. */
export const taskRoutes: Routes = {
  "POST /task/get": ({ body, records }) => {
    const projectId = readId(body["projectId"], "projectId");
    const taskId = readText(body["taskId"], bad("taskId"));
    if (!records.tasks.some(({ id }) => id === taskId)) throw new Refusal(404, "Task Not Found");
    const slots = [{ id: "s", label: "2dbox", type: "box2d", plane: { topLeft: { x: 1.5, y: 2 } } }];
    const annotations = [{ key: "box2d-[e3030]", label: "2dbox", type: "slot", slots }];
    const result = { annotations, issues: [], hints: [], metadata: { invalidFrame: [] } };
    return { taskId, status: 9, result, pointData: null, appendInfo: { projectInfo: { projectId } } };
  },
  "POST /tasks/export": ({ body, records }) => {
    readId(body["projectId"], "projectId");
    const after = readDay(body["completeTimeAfter"], bad("completeTimeAfter")) ?? "";
    const before = readDay(body["completeTimeBefore"], bad("completeTimeBefore")) ?? "9999";
    const wanted = body["taskIds"] === undefined ? undefined : readList(body["taskIds"], bad("taskIds"));
    const ids = wanted?.map((id) => readId(id, "taskIds"));
    const chosen = records.tasks.filter(
      ({ id, day }) => day >= after && day < before && ids?.includes(BigInt(id)) !== false,
    );
    const slots = [{ type: "text", id: "1", label: "cat", text: "cat", start: 0, length: 3, confirmed: true }];
    const annotations = [{ key: "text-1", label: "cat", type: "slot", slots }];
    const rest = { annotations, hints: [], issues: [], metadata: {} };
    return { annotationResultList: chosen.map(({ id }) => ({ ...rest, notes: [{ taskId: BigInt(id) }] })) };
  },
  "POST /task/send": ({ body }) => {
    readId(body["projectId"], "projectId");
    if (!/^https?:/.test(readText(body["resourceUrl"], bad("resourceUrl")))) throw new Refusal(400, "resourceUrl");
    return { importStatus: 1, batchId };
  },
  "POST /task/send/status": ({ body, records }) => {
    if (readText(body["batchId"], bad("batchId")) !== batchId) throw new Refusal(404, "Batch Not Found");
    const isDone = look(records, batchId) > 1;
    const error = "Duplicate UniqueIdentifier ID：cat-1";
    const errors = [{ uniqueIdentifier: "cat-1", jsonLine: '{"attachmentType"', error }];
    const counts = { taskCount: 2, importFailCount: isDone ? 1 : 0 };
    return { batchId, jsonlName: "cats.jsonl", ...counts, status: isDone ? 3 : 1, errors: isDone ? errors : [] };
  },
  "POST /task/{taskId}/callback": ({ path, records }) => {
    if (!records.tasks.some(({ id }) => id === path["taskId"])) throw new Refusal(404, "Task Not Found");
    return null;
  },
};
