import { checkMembers, isPlainObject, type OptionRules } from "@labelwire/core";
import { tasksCreate, tasksRetrieve } from "../generated/operations.ts";
import type { CvatCaller, Schema } from "../types.ts";
import { failTask, type TaskStage } from "./fail-task.ts";
import { readTask } from "./read-task.ts";
import { flag } from "./option-rules.ts";
import { uploadFault } from "./upload-fault.ts";
import { prepareTaskData, uploadRules } from "./prepare-task-data.ts";
import { withUploadDeadline } from "./with-upload-deadline.ts";
import type { UploadProgress } from "./upload-progress.ts";
import { sendTaskData } from "./send-task-data.ts";
import type { UploadTaskDataOptions } from "./upload-task-data.ts";
import type { TaskData } from "./read-task-source.ts";

/** How far the making of a task is. */
export interface CreateTaskProgress extends UploadProgress {
  /** The new task's id. */
  readonly taskId: number;
}

/** What {@link createTask} takes. There is no `resume`: a later call makes another task; `uploadTaskData` goes on with one that there is. */
export interface CreateTaskOptions extends Omit<UploadTaskDataOptions, "onProgress" | "resume"> {
  /**
   * True deletes the task when its data did not get there or nothing could be made of it, so that no empty task stays. It is kept where
   * the server may still be at work on it: after a deadline or an abort once all was sent. Default: true.
   */
  readonly deleteOnFailure?: boolean | undefined;
  /** Called as the server takes bytes, and after each look at its work. What it throws ends the upload. */
  readonly onProgress?: ((progress: CreateTaskProgress) => void) | undefined;
}

const { resume: _resume, ...dataRules } = uploadRules;
const rules: OptionRules = { ...dataRules, deleteOnFailure: flag };

/**
 * Makes a task and gives it its data, as `uploadTaskData` does: create, upload and wait in one call.
 *
 * @param fields - The task's members as the API names them; `name` at least.
 * @returns The task as it is once its frames are there.
 * @throws TaskDataError for whatever fails once there is a task, the deadline and what `onProgress` throws included: with the task's id,
 * whether it was deleted, and the failure as its cause. Before that ConfigError, ApiError where the server makes no task, TimeoutError,
 * DecodeError where what answers is not CVAT. The signal's reason when aborted.
 *
 * @example
 * const task = await createTask(cvat, { name: "cats", labels: [{ name: "cat" }] }, ["./cats/1.jpg", "./cats/2.jpg"]);
 * console.log(task.id, task.size);
 */
export async function createTask(
  client: CvatCaller,
  fields: Schema<"TaskWriteRequest">,
  data: TaskData,
  options: CreateTaskOptions = {},
): Promise<Schema<"TaskRead">> {
  checkMembers("options", options, rules);
  const { deleteOnFailure = true, onProgress, ...uploading } = options;
  // The server would say so too, and only after it has been asked.
  if (!isPlainObject(fields)) throw uploadFault("fields", "must be a plain object");
  if (typeof fields.name !== "string" || fields.name.trim() === "") throw uploadFault("fields.name", "is required");
  const prepared = await prepareTaskData(data, uploading);
  let taskId: number | undefined;
  let stage: TaskStage = "uploading";
  const tell = onProgress && ((progress: UploadProgress) => onProgress({ ...progress, taskId: taskId ?? 0 }));
  const onStage = (reached: TaskStage): void => {
    stage = reached;
  };
  try {
    return await withUploadDeadline(client, "createTask", { ...uploading, onProgress: tell }, async (context) => {
      const { signal } = context;
      taskId = readTask(tasksCreate.id, await tasksCreate(client, { body: fields, signal })).id;
      await sendTaskData(client, { taskId, prepared, options: uploading, context, onStage });
      stage = "done";
      return readTask(tasksRetrieve.id, await tasksRetrieve(client, { params: { path: { id: taskId } }, signal }));
    });
  } catch (error) {
    if (taskId === undefined) throw error;
    const failure = await failTask(client, { taskId, error, stage, deleteOnFailure });
    options.signal?.throwIfAborted();
    throw failure;
  }
}
