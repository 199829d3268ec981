import type { Answer } from "./answer.ts";
import { beginWork } from "./begin-work.ts";
import { jpegBytes } from "./jpeg-bytes.ts";
import { listAt } from "./json-value.ts";
import { makeJob } from "./make-rows.ts";
import { refuseFields, refuseList } from "./refusal.ts";
import type { Call } from "./route.ts";
import { findRow, nextId, updateRow } from "./work-access.ts";

/** Makes frames and a job of the files that have arrived, or that the body names; once in the life of a task. */
export function createFrames(call: Call, endpoint: string): Answer {
  const { body, form, platform } = call;
  const { id } = findRow(call, "tasks");
  if (platform.frames.has(id)) throw refuseList("Adding more data is not supported");
  if (body["image_quality"] === undefined && form === undefined) {
    throw refuseFields({ image_quality: ["This field is required."] });
  }
  const named = ["remote_files", "server_files"].flatMap((field) => listAt(body, field).map(String));
  const uploaded = platform.uploads.files(endpoint);
  return beginWork(call, {
    action: "create",
    target: "task",
    targetId: id,
    subresource: undefined,
    finish: () => {
      const names = [...uploaded.keys(), ...named].sort();
      if (names.length === 0) throw refuseList("No media data found");
      platform.frames.set(
        id,
        names.map((name) => ({ name, bytes: jpegBytes(name.slice(-200)) })),
      );
      uploaded.clear();
      const change = { size: names.length, data: id, mode: "annotation", segment_size: names.length };
      const task = updateRow(call, "tasks", change);
      const jobId = nextId(platform.rows.jobs);
      const job = makeJob({ id: jobId, task, assignee: undefined, frameCount: names.length });
      platform.rows.jobs.set(jobId, job);
      return {};
    },
  });
}
