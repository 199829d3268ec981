import { isJobFailedError } from "@labelwire/core";
import { tasksDestroy } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { TaskDataError } from "./task-data-error.ts";
import { reasonOf } from "./upload-reason.ts";

/** A task that did not get its data. */
interface FailedTask {
  readonly taskId: number;
  readonly error: unknown;
  /** True once the server has begun to make frames. */
  readonly isBegun: boolean;
  readonly deleteOnFailure: boolean;
}

/** The caller may have aborted, or its time may be up: this is short, and has a time of its own. */
const TIMEOUT_MS = 60_000;

/** Deletes the task, where that is wanted and does no harm, and makes the error that says so. */
export async function failTask(client: CvatCaller, failed: FailedTask): Promise<TaskDataError> {
  const { taskId, error, isBegun, deleteOnFailure } = failed;
  const isAtWork = isBegun && !isJobFailedError(error);
  const fate =
    deleteOnFailure && !isAtWork
      ? await deleteTask(client, taskId)
      : { taskDeleted: false, told: isAtWork ? "It is kept: the server may still be at work on it" : "It is kept" };
  const reason = reasonOf(error);
  const message = `createTask: task ${taskId} was made, and did not get its data: ${reason}. ${fate.told}.`;
  return new TaskDataError({ taskId, taskDeleted: fate.taskDeleted, message, cause: error });
}

async function deleteTask(client: CvatCaller, taskId: number): Promise<{ taskDeleted: boolean; told: string }> {
  const deleting = tasksDestroy(client, { params: { path: { id: taskId } }, timeoutMs: TIMEOUT_MS });
  const error: unknown = await deleting.then(
    (result) => result.error,
    (thrown: unknown) => thrown,
  );
  if (error === undefined) return { taskDeleted: true, told: "It was deleted again" };
  const reason = reasonOf(error);
  return { taskDeleted: false, told: `It stays, because it could not be deleted either: ${reason}` };
}
