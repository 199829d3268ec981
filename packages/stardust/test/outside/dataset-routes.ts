import { look } from "./records.ts";
import { readId, readName, readObject, readOneOf, readText, readTexts } from "./read-values.ts";
import { Refusal } from "./refusal.ts";
import type { Routes } from "./route.ts";

const bad = (name: string): { name: string; code: number } => ({ name, code: 400 });
const datasetId = "8545436153352348001";
const dataId = "111";

/** Datasets, and the tasks that are made of their data. */
export const datasetRoutes: Routes = {
  "POST /dataset/upload/sync": async ({ form }) => {
    const file = form?.get("uploadFile");
    if (!(file instanceof File) || file.size === 0) throw new Refusal(5707, "Empty File");
    if (file.size > 100 * 1024 * 1024) throw new Refusal(5708, "File Too Large");
    const start = Buffer.from(await file.slice(0, 2).arrayBuffer()).toString("latin1");
    if (!file.name.endsWith(".zip") || start !== "PK") throw new Refusal(5709, "Not ZIP");
    if (form?.get("fileTreeType") !== "0") throw new Refusal(5710, "File Tree Error");
    readOneOf(Number(form.get("dataType")), bad("dataType"), [2, 3]);
    readName(form.get("name"), bad("name"), 60);
    return dataset(2);
  },
  "POST /dataset/import/async": ({ body }) => {
    if (!readText(body["resourceUrl"], bad("resourceUrl")).startsWith("gs://")) throw new Refusal(400, "resourceUrl");
    if (readText(body["fileTreeType"], bad("fileTreeType")) !== "0") throw new Refusal(5710, "File Tree Error");
    readOneOf(body["dataType"], bad("dataType"), [2, 3]);
    readName(body["name"], bad("name"), 60);
    if (body["externalStorage"] !== undefined) {
      const storage = readObject(body["externalStorage"], bad("externalStorage"));
      for (const name of ["accessKey", "secreteKey", "endpoint", "vendorType"]) readText(storage[name], bad(name));
    }
    return { datasetId, status: 1 };
  },
  "GET /dataset/status": ({ query, records }) => {
    if (readText(query.get("datasetId"), bad("datasetId")) !== datasetId) throw new Refusal(5308, "Dataset Not Exist");
    return dataset(look(records, datasetId) > 1 ? 2 : 1);
  },
  "POST /annotation/request": ({ body }) => {
    readId(body["projectId"], "projectId");
    if (String(readId(body["datasetId"], "datasetId")) !== datasetId) throw new Refusal(5308, "Dataset Not Exist");
    const dataIds = readTexts(body["dataIds"], bad("dataIds"));
    const successTaskList = dataIds
      .filter((id) => id === dataId)
      .map((id) => ({ dataId: id, taskId: "23412341235234" }));
    return { successTaskList, errorDataIdList: dataIds.filter((id) => id !== dataId) };
  },
  "POST /annotation/stat": ({ body }) => {
    const [projectId, workflowId] = [readId(body["projectId"], "projectId"), readId(body["workflowId"], "workflowId")];
    return { projectId, workflowId, efficiency: { workHours: 30.5, objectCount: 1000 }, efforts: [], autolabeling: [] };
  },
};

function dataset(status: 1 | 2): object {
  return { datasetId, status, mappingList: status === 2 ? [{ dataId, sceneId: "111111" }] : [] };
}
