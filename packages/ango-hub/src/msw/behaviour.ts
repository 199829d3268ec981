import { isPlainObject } from "@labelwire/core";
import { sentBody, type Exchange, type Item, type MockBehaviour, type MockTools } from "@labelwire/core/msw";
import { exportArchive } from "./export-archive.ts";
import { readList } from "./read-list.ts";
import { readRange } from "./read-range.ts";
import { createMockStorage } from "./storage.ts";

/** What Ango Hub does beyond its specification: files go through a storage of their own, and answers count what was sent. */
export function angoHubBehaviour(tools: MockTools<"storage">): MockBehaviour<"storage"> {
  const storage = createMockStorage(tools);
  const uploads = new Map<string, number>();

  const getUploadUrl = (exchange: Exchange): Response => {
    const { name, project, type = "assets" } = exchange.params.query;
    const folder = `/${String(type)}/${encodeURIComponent(String(project))}`;
    const file = `${folder}/${encodeURIComponent(String(name))}`;
    // Two files of one name do not overwrite each other.
    const count = (uploads.get(file) ?? 0) + 1;
    uploads.set(file, count);
    const unique = tools.random(`upload|${file}|${String(count)}`).hex(12);
    const path = `${folder}/${unique}/${encodeURIComponent(String(name))}`;
    return tools.succeed(exchange, { data: { uploadUrl: storage.sign(path) } });
  };

  const getSignedUrl = (exchange: Exchange): Response => {
    const url = String(exchange.params.query["url"]);
    const path = storage.pathOf(url) ?? `/elsewhere/${encodeURIComponent(url)}`;
    return tools.succeed(exchange, { data: { signedUrl: storage.sign(path) } });
  };

  const exportTasks = (exchange: Exchange): Response => {
    const { project, type, format, stage, batches: inBatches, createdAt, updatedAt } = exchange.params.query;
    const [stages, batches] = [readList(stage), readList(inBatches)];
    if (stages === null || batches === null) return tools.refuse(400, "stage and batches must be JSON arrays.");
    const [created, updated] = [readRange(createdAt), readRange(updatedAt)];
    if (!created || !updated) return tools.refuse(400, "createdAt and updatedAt must be JSON objects.");
    const items = tools
      .items(type === "issue" ? "issues" : "tasks", project === undefined ? {} : { project })
      .filter((item) => isOneOf(item["stage"], stages) && isOneOf(item["batches"], batches))
      .filter((item) => created(item["createdAt"]) && updated(item["updatedAt"]));
    const name = `export-${tools.random(`export|${exchange.url.search}`).hex(12)}.zip`;
    const path = `/exports/${name}`;
    storage.put(path, { bytes: exportArchive(items, format), mediaType: "application/zip", fileName: name });
    return tools.succeed(exchange, { data: { exportPath: storage.sign(path) } });
  };

  const annotateTask = (exchange: Exchange): Response | undefined => {
    const label = tools.update("tasks", exchange.params.path["taskId"], pick(exchange, "answer"));
    return label && tools.succeed(exchange, { data: { label } });
  };

  const updateBatches = (exchange: Exchange): Response | undefined => {
    const project = tools.update("projects", exchange.params.path["projectId"], pick(exchange, "batches"));
    return project ? tools.succeed(exchange, { data: { project } }) : tools.refuse(404, "There is no such project.");
  };

  return {
    select: ({ operation, params }, items) => {
      const { batches } = params.query;
      if (operation.id !== "getProjectTasks" || typeof batches !== "string" || batches === "") return undefined;
      const wanted = batches.split(",").map((name) => name.trim());
      // What is made up is what was asked for.
      if (!tools.isHeld("tasks")) return items.map((item) => ({ ...item, batches: wanted }));
      return items.filter((item) => isOneOf(item["batches"], wanted));
    },
    operations: {
      getUploadUrl,
      getSignedUrl,
      exportTasks,
      annotateTask,
      updateBatches,
      importAssetsFromCloud: (exchange) => {
        const count = list(exchange, "assets").length;
        const counts = { assetsCreated: count, tasksCreated: count, preLabelsCount: 0, validPreLabelsCount: 0 };
        return tools.succeed(exchange, { data: { assets: counts } });
      },
      importLabels: (exchange) => {
        const count = list(exchange, "labels").length;
        return tools.succeed(exchange, { data: { project: `${String(count)} tasks labeled` } });
      },
      importAttachments: (exchange) => {
        const attachments = list(exchange, "attachments");
        const assets = new Set(attachments.map((one) => one["assetId"] ?? one["externalId"]));
        const project = { attachmentsImported: attachments.length, assetsUpdated: assets.size };
        return tools.succeed(exchange, { data: { project } });
      },
      pluginResponse: (exchange) =>
        tools.succeed(exchange, { data: { response: { received: true, ...pick(exchange, "taskId") } } }),
    },
    sites: { storage: (request) => storage.handle(request) },
  };
}

function isOneOf(value: unknown, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined) return true;
  return Array.isArray(value) ? value.some((one) => wanted.includes(String(one))) : wanted.includes(String(value));
}

function pick(exchange: Exchange, name: string): Item {
  const value = sentBody(exchange)[name];
  return value === undefined ? {} : { [name]: value };
}

function list(exchange: Exchange, name: string): readonly Item[] {
  const value = sentBody(exchange)[name];
  return Array.isArray(value) ? value.filter(isPlainObject) : [];
}
