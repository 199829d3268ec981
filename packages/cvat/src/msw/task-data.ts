import type { Item, MockTools } from "@labelwire/core/msw";
import type { Frame, MediaStore } from "./media.ts";

/** What a task's data is made of, as the body that finishes an upload says it. */
export interface TaskDataRequest {
  readonly taskId: number;
  /** Every file that was uploaded or named, in its order. */
  readonly files: readonly Frame[];
  readonly fields: Item;
}

/** Gives a task its frames and its jobs, as the server does when it has worked off the files: each file is one frame. */
export function attachTaskData(
  { taskId, files, fields }: TaskDataRequest,
  { tools, media }: { readonly tools: MockTools<never>; readonly media: MediaStore },
): void {
  const frames = chooseFrames(files, fields);
  media.attach(taskId, frames);
  const task = tools.item("tasks", taskId);
  const jobs = cutSegments(frames.length, { task, fields });
  tools.update("tasks", taskId, {
    size: frames.length,
    data: taskId,
    mode: "annotation",
    dimension: "2d",
    media_type: "image",
    image_quality: fields["image_quality"] ?? 70,
    data_chunk_size: fields["chunk_size"] ?? 36,
    jobs: { count: jobs.length, completed: 0, validation: 0 },
  });
  for (const [start, stop] of jobs) {
    tools.create("jobs", {
      task_id: taskId,
      task_name: task?.["name"],
      project_id: task?.["project_id"] ?? null,
      organization: task?.["organization_id"] ?? null,
      start_frame: start,
      stop_frame: stop,
      frame_count: stop - start + 1,
      type: "annotation",
      status: "annotation",
      stage: "annotation",
      state: "new",
      mode: "annotation",
      dimension: "2d",
      media_type: "image",
      assignee: null,
      parent_job_id: null,
    });
  }
}

function chooseFrames(files: readonly Frame[], fields: Item): readonly Frame[] {
  const first = Number(fields["start_frame"] ?? 0);
  const last = Number(fields["stop_frame"] ?? files.length - 1);
  const step = Number(/^step=(\d+)$/.exec(String(fields["frame_filter"]))?.[1] ?? 1);
  return files.slice(first, last + 1).filter((_, index) => index % step === 0);
}

type Segment = readonly [start: number, stop: number];

/** The frames of each job: as many as the task says, or all in one; or those of the files that are told job by job. */
function cutSegments(size: number, { task, fields }: { task: Item | undefined; fields: Item }): readonly Segment[] {
  const mapping = fields["job_file_mapping"];
  if (Array.isArray(mapping)) {
    let next = 0;
    return mapping.map((names: readonly unknown[]): Segment => [next, (next += names.length) - 1]);
  }
  const asked = Number(task?.["segment_size"] ?? 0);
  const length = asked > 0 ? Math.min(asked, size) : size;
  const stride = Math.max(length - Number(task?.["overlap"] ?? 0), 1);
  const count = length >= size ? Math.min(size, 1) : Math.ceil((size - length) / stride) + 1;
  return Array.from({ length: count }, (_, index) => [index * stride, Math.min(index * stride + length, size) - 1]);
}
