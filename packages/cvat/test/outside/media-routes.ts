import { createHash } from "node:crypto";
import type { Answer } from "./answer.ts";
import type { Frame } from "./platform.ts";
import { Refusal, refuseList } from "./refusal.ts";
import type { Call, Routes } from "./route.ts";
import { sendFile } from "./send-file.ts";
import { findRow } from "./work-access.ts";
import { zipFile } from "./zip-file.ts";

export const mediaRoutes: Routes = {
  "GET /api/tasks/{id}/data/": (call) => sendMedia(call, "tasks"),
  "GET /api/jobs/{id}/data": (call) => sendMedia(call, "jobs"),
  "GET /api/tasks/{id}/preview": (call) => sendPreview(call, "tasks"),
  "GET /api/jobs/{id}/preview": (call) => sendPreview(call, "jobs"),
};

function sendMedia(call: Call, kind: "tasks" | "jobs"): Answer {
  const { query } = call;
  const frames = framesOf(call, kind);
  const type = query.get("type");
  const number = Number(query.get("number") ?? Number.NaN);
  if (type === "chunk" && number === 0 && frames.length > 0) {
    requirePrepared(call, kind);
    const bytes = zipFile(frames[0]?.name ?? "", frames[0]?.bytes ?? Buffer.alloc(0));
    const headers = {
      "x-checksum": createHash("md5").update(bytes).digest("hex"),
      "x-updated-date": "2026-01-01T00:00:00Z",
    };
    return sendFile(call, { bytes, type: "application/zip", headers });
  }
  const frame = type === "frame" ? frames[number] : undefined;
  if (frame === undefined) throw refuseList("Incorrect requested frame number or data type");
  requirePrepared(call, kind);
  return sendFile(call, { bytes: frame.bytes, type: "image/jpeg" });
}

function sendPreview(call: Call, kind: "tasks" | "jobs"): Answer {
  const [frame] = framesOf(call, kind);
  if (frame !== undefined) return sendFile(call, { bytes: frame.bytes, type: "image/jpeg" });
  if (call.headers["prefer"] === "handling=empty") return { status: 204 };
  return sendFile(call, { bytes: Buffer.from("placeholder"), type: "image/png" });
}

function framesOf(call: Call, kind: "tasks" | "jobs"): readonly Frame[] {
  const row = findRow(call, kind);
  return call.platform.frames.get(kind === "tasks" ? row.id : Number(row["task_id"])) ?? [];
}

/** Media are prepared when they are first asked for. The real server says ten seconds; one is enough to wait for. */
function requirePrepared({ platform: { prepared }, path }: Call, kind: string): void {
  const key = `${kind}/${path["id"] ?? ""}`;
  if (prepared.has(key)) return;
  prepared.add(key);
  throw new Refusal({ status: 429, headers: { "retry-after": 1 } });
}
