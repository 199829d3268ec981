import { Refusal } from "./refusal.ts";
import {
  readId,
  readList,
  readObject,
  readOneOf,
  readQueryJson,
  readString,
  readStrings,
  readSwitch,
} from "./read-values.ts";
import type { JsonObject } from "./read-values.ts";
import type { Call, Routes } from "./route.ts";
import { storageOrigin } from "./object-storage.ts";
import { zipArchive } from "./zip-archive.ts";

const fileKinds = ["assets", "segmentationModels", "brushes", "medicalBrushes", "exports", "instructions"];
const exportSwitches = [
  "sendEmail",
  "doNotNotify",
  "includeMetadata",
  "includeHistory",
  "includeOnlyKeyFrames",
  "includeIdleBlurDurations",
];

export const transferRoutes: Routes = {
  "GET /export": (call) => {
    const { query, storage } = call;
    const project = readId(query.get("project") ?? undefined, "Project");
    for (const name of exportSwitches) readSwitch(query, name);
    readOneOf(query.get("type") ?? "task", "type", ["task", "issue"]);
    for (const name of ["createdAt", "updatedAt"]) readRange(query, name);
    const format = readOneOf(query.get("format") ?? "json", "format", ["json", "split", "ndjson"]);
    const path = `/exports/${project}/export.zip`;
    storage.put(path, zipArchive(layOut(format, chooseTasks(call))));
    return { data: { exportPath: storage.downloadUrl(path) } };
  },
  "GET /getUploadUrl": ({ query, storage }) => {
    const name = readString(query.get("name"), "name");
    if (!/\.[^./]+$/.test(name)) throw new Refusal(400, "name must have an extension");
    const project = readId(query.get("project") ?? undefined, "Project");
    const kind = readOneOf(query.get("type") ?? "assets", "type", fileKinds);
    const uploadUrl = storage.uploadUrl(`/${kind}/${project}/${encodeURIComponent(name)}`);
    return { status: 201, data: { uploadUrl } };
  },
  "GET /getSignedUrl": ({ query, storage }) => {
    const url = readString(query.get("url"), "url");
    return { status: 201, data: { signedUrl: storage.downloadUrl(new URL(url, storageOrigin).pathname) } };
  },
  "POST /project/{projectId}/cloud": ({ path, query, body, storage }) => {
    readId(path["projectId"], "Project");
    const batches = readQueryJson(query, "batches");
    if (batches !== undefined) readStrings(batches, "batches");
    readOneOf(body["uploadLocal"] ?? "false", "uploadLocal", ["true", "false"]);
    const assets = readList(body["assets"], "assets").map((asset, index) => readObject(asset, `assets[${index}]`));
    for (const asset of assets) {
      const url = readString(asset["data"], "data");
      if (url.startsWith(storageOrigin) && !storage.holds(url)) throw new Refusal(400, `${url} cannot be read`);
    }
    const count = assets.length;
    const counts = { assetsCreated: count, tasksCreated: count, preLabelsCount: 0, validPreLabelsCount: 0 };
    return { status: 201, data: { assets: counts } };
  },
  "POST /project/{projectId}/chat": ({ path, form }) => {
    readId(path["projectId"], "Project");
    if (!form?.has("file") && !form?.has("conversations")) throw new Refusal(400, "file or conversations is required");
    return { data: { assets: { assetsCreated: 1 } } };
  },
  "POST /attachments": ({ body }) => {
    readId(readString(body["project"], "project"), "Project");
    const items = readNamed(body["attachments"], "attachments");
    for (const item of items) readString(item["attachmentUrl"], "attachmentUrl");
    return { data: { project: { attachmentsImported: items.length, assetsUpdated: items.length } } };
  },
  "POST /import/labels": ({ body }) => {
    readId(readString(body["project"], "project"), "Project");
    const labels = readNamed(body["labels"], "labels");
    for (const label of labels) readObject(label["answer"], "answer");
    return { data: { project: `${labels.length} tasks are labeled.` } };
  },
  "POST /file-explorer": ({ body }) => {
    readString(body["bucket"], "bucket");
    readString(body["storageId"], "storageId");
    return { data: {} };
  },
};

/** Items that each name an asset, by its id or by its external id. */
function readNamed(value: unknown, name: string): readonly JsonObject[] {
  return readList(value, name).map((item, index) => {
    const object = readObject(item, `${name}[${index}]`);
    if (object["assetId"] === undefined && object["externalId"] === undefined) {
      throw new Refusal(400, `${name}[${index}] names no asset`);
    }
    return object;
  });
}

function chooseTasks({ query, records }: Call): readonly JsonObject[] {
  const stages = readQueryJson(query, "stage");
  const batches = readQueryJson(query, "batches");
  readObject(readQueryJson(query, "filters") ?? {}, "filters");
  return records.tasks
    .filter((task) => stages === undefined || readStrings(stages, "stage").includes(String(task["stage"])))
    .filter((task) => batches === undefined || overlap(readStrings(batches, "batches"), task["batches"]));
}

function overlap(wanted: readonly string[], present: unknown): boolean {
  return readStrings(present, "batches").some((name) => wanted.includes(name));
}

function readRange(query: URLSearchParams, name: string): void {
  const range = readQueryJson(query, name);
  if (range === undefined) return;
  for (const [operator, instant] of Object.entries(readObject(range, name))) {
    readOneOf(operator, `${name} operator`, ["$gt", "$gte", "$lt", "$lte"]);
    if (Number.isNaN(Date.parse(readString(instant, name)))) throw new Refusal(400, `${name} must hold dates`);
  }
}

function layOut(format: string, tasks: readonly JsonObject[]): { name: string; text: string }[] {
  if (format === "json") return [{ name: "export.json", text: JSON.stringify(tasks) }];
  if (format === "ndjson")
    return [{ name: "export.ndjson", text: tasks.map((task) => JSON.stringify(task)).join("\n") }];
  return tasks.map((task) => ({ name: `${String(task["_id"])}.json`, text: JSON.stringify(task) }));
}
