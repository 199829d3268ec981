import { readAnnotations } from "./annotation-routes.ts";
import type { Answer } from "./answer.ts";
import { beginWork } from "./begin-work.ts";
import { internalOrigin } from "./page.ts";
import { refuseFields, refuseList, refusePlain } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";
import { sendFile } from "./send-file.ts";
import { exportFormats, hasFormat } from "./server-routes.ts";
import { findRow } from "./work-access.ts";
import { zipFile } from "./zip-file.ts";

type Exported = "projects" | "tasks" | "jobs";

export const exportRoutes: Routes = {
  "POST /api/projects/{id}/dataset/export": (call) => exportDataset(call, "projects"),
  "POST /api/tasks/{id}/dataset/export": (call) => exportDataset(call, "tasks"),
  "POST /api/jobs/{id}/dataset/export": (call) => exportDataset(call, "jobs"),
  "POST /api/projects/{id}/backup/export": (call) => exportFile(call, "projects", { subresource: "backup" }),
  "POST /api/tasks/{id}/backup/export": (call) => exportFile(call, "tasks", { subresource: "backup" }),
  // Not in the schema: where `result_url` leads.
  "GET /api/projects/{id}/dataset/download": download,
  "GET /api/tasks/{id}/dataset/download": download,
  "GET /api/jobs/{id}/dataset/download": download,
  "GET /api/projects/{id}/backup/download": download,
  "GET /api/tasks/{id}/backup/download": download,
};

function exportDataset(call: Call, kind: Exported): Answer {
  const format = call.query.get("format");
  if (format === null || format === "") throw refuseFields({ format: ["This field is required."] });
  if (!hasFormat(exportFormats, format)) throw refuseList(`Unknown format specified for export: ${format}`);
  const subresource = call.query.get("save_images") === "true" ? "dataset" : "annotations";
  return exportFile(call, kind, { subresource, format });
}

interface ExportedPart {
  readonly subresource: string;
  readonly format?: string;
}

function exportFile(call: Call, kind: Exported, { subresource, format }: ExportedPart): Answer {
  const { id } = findRow(call, kind);
  const { query, platform } = call;
  const isInCloud = query.get("location") === "cloud_storage";
  if (isInCloud && !query.has("cloud_storage_id")) {
    throw refuseList("Cloud storage id was not specified in the request");
  }
  const target = kind.slice(0, -1);
  return beginWork(call, {
    action: "export",
    target,
    targetId: id,
    subresource,
    format,
    finish: (requestId) => {
      const content = Buffer.from(JSON.stringify(readAnnotations(call, `${kind}/${id}`)));
      const name = `${target}_${id}_${subresource}.zip`;
      if (isInCloud) return {}; // nothing to download
      platform.exports.set(requestId, { name, bytes: zipFile("annotations.json", content) });
      const path = subresource === "backup" ? "backup" : "dataset";
      const url = new URL(`/api/${kind}/${id}/${path}/download`, internalOrigin);
      url.searchParams.set("rq_id", requestId);
      return { result_url: url.href };
    },
  });
}

function download(call: Call): Answer {
  const requestId = call.query.get("rq_id") ?? "";
  const { status } = call.platform.background.find(requestId) ?? {};
  if (status === undefined) throw refusePlain(400, "Unknown export request id");
  if (status !== "finished") throw refusePlain(400, "Export request is not finished yet");
  const file = call.platform.exports.get(requestId);
  if (file === undefined) throw refusePlain(404, "The exported file has expired, please retry exporting");
  return sendFile(call, { ...file, type: "application/zip" });
}
