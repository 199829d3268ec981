import { cutPage } from "./cut-page.ts";
import { readDay, readDigits, readId, readList, readName, readNumber, readObject, readOneOf } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";

const bad = (name: string): { name: string; code: number } => ({ name, code: 400 });

/** Folders, projects, and the workflows that tasks go through. */
export const projectRoutes: Routes = {
  "POST /folder/create": ({ body, records }) => {
    const name = readName(body["name"], bad("name"), 60);
    if (records.folders.has(name)) throw new Refusal(5836, "Duplicate folder name");
    records.folders.add(name);
    return { folderId: BigInt(records.folders.size) };
  },
  "POST /project/create": ({ body, records }) => {
    const name = readName(body["name"], bad("name"), 60);
    if (body["description"] !== undefined) readName(body["description"], bad("description"), 200);
    if (readDay(body["deadline"], bad("deadline")) === undefined) throw new Refusal(400, "deadline");
    readOneOf(body["dataType"], { name: "dataType", code: 5838 }, [2, 3]);
    for (const operator of readList(body["operators"], { name: "operators", code: 5839 })) {
      readName(readObject(operator, { name: "operator", code: 5839 })["key"], { name: "key", code: 5839 }, 255);
    }
    if (body["workflow"] !== undefined) checkWorkflow(body["workflow"]);
    if (records.projects.has(name)) throw new Refusal(5801, "Duplicate project name");
    records.projects.add(name);
    return { projectId: 12n, status: 1, workflowId: 10n };
  },
  "GET /project/get": ({ query }) => {
    readDigits(query.get("projectId"), "projectId");
    return { description: "this project description", created_at: "2024-04-22" };
  },
  "POST /project/list": ({ body }) => {
    readOneOf(body["status"], bad("status"), [0, 1, 2, 3]);
    readOneOf(body["dataType"], bad("dataType"), [2, 3]);
    const all = Array.from({ length: 12 }, (_, index) => ({ id: 3184n + BigInt(index), name: `project ${index}` }));
    return cutPage(all, { offset: body["offset"], limit: body["limit"], code: 400 });
  },
  "POST /project/tasks": listTasks,
  "POST /workflow/create": ({ body }) => {
    readId(body["projectId"], "projectId");
    checkWorkflow(body["workflow"]);
    return { workflowId: 18000n };
  },
};

function listTasks({ body, records }: Call): object {
  const projectId = readId(body["projectId"], "projectId");
  readNumber(body["status"], bad("status"));
  const [start, end] = [readNumber(body["startTime"], bad("startTime")), readNumber(body["endTime"], bad("endTime"))];
  const all = records.tasks
    .filter(({ day }) => Date.parse(day) >= start && Date.parse(day) <= end)
    .map(({ id, day }) => ({
      id,
      projectId,
      datasetId: 8545436153352348001n,
      status: 9,
      createdTime: `${day} 00:00:00`,
    }));
  return cutPage(all, { offset: body["offset"], limit: body["limit"], code: 400 });
}

/** Pools in order: the first hands tasks out, the last takes those that are done. */
function checkWorkflow(value: unknown): void {
  const malformed = { name: "workflow", code: 5841 };
  const pools = readList(readObject(value, malformed)["vertex"], malformed).map((pool) => readObject(pool, malformed));
  for (const pool of pools) {
    readName(pool["name"], malformed, 60);
    readOneOf(pool["runMode"], malformed, [0, 1]);
    readOneOf(pool["type"], malformed, [0, 1, 2, 3, 4, 5]);
    readList(pool["workers"], malformed);
  }
  if (pools[0]?.["type"] !== 0) throw new Refusal(5509, "First pool is not a distribution pool");
  if (pools.at(-1)?.["type"] !== 5) throw new Refusal(5523, "Last pool is not a completion pool");
}
