import { isJobFailedError } from "@labelwire/core";
import { tasksDestroy } from "../generated/operations.ts";
import type { CvatCaller } from "../types.ts";
import { answerFault } from "./answer-fault.ts";
import { TaskDataError } from "./task-data-error.ts";
import { reasonOf } from "./reason-of.ts";

/** How far a task is: its files are on their way, the server makes frames of them or may do so, or all is there. */
export type TaskStage = "uploading" | "processing" | "done";

/** A task whose making has failed. */
interface FailedTask {
  readonly taskId: number;
  readonly error: unknown;
  readonly stage: TaskStage;
  readonly deleteOnFailure: boolean;
}

/** The caller may have aborted, or its time may be up: this is short, and has a time of its own. */
const TIMEOUT_MS = 60_000;

/** Deletes the task, where that is wanted and does no harm, and makes the error that says so. */
export async function failTask(client: CvatCaller, failed: FailedTask): Promise<TaskDataError> {
  const { taskId, error, deleteOnFailure } = failed;
  const state = stateOf(failed);
  const isDeletable = deleteOnFailure && state === "without";
  const { taskDeleted, told } = isDeletable
    ? await deleteTask(client, taskId)
    : { taskDeleted: false, told: kept[state] };
  const message = `createTask: task ${taskId} was made, ${states[state]}: ${reasonOf(error)}. ${told}.`;
  return new TaskDataError({ taskId, taskDeleted, message, cause: error });
}

const states = {
  without: "and did not get its data",
  unknown: "and whether it gets its data is not known",
  with: "and has its data, but could not be read then",
};

const kept = {
  without: "It is kept",
  unknown: "It is kept: the server may still be at work on it",
  with: "It is kept",
};

/** Only a request that failed or is gone makes no more frames: a status that nobody knows may mean anything. */
function stateOf({ stage, error }: FailedTask): keyof typeof states {
  if (stage === "done") return "with";
  const isOver = isJobFailedError(error) && ["failed", "vanished"].includes(error.status);
  return stage === "uploading" || isOver ? "without" : "unknown";
}

async function deleteTask(client: CvatCaller, taskId: number): Promise<{ taskDeleted: boolean; told: string }> {
  try {
    const init = { params: { path: { id: taskId } }, timeoutMs: TIMEOUT_MS };
    const { error, response } = await tasksDestroy(client, init);
    if (error !== undefined) throw error;
    // A page that comes with status 200 deletes nothing.
    if (response.status === 204) return { taskDeleted: true, told: "It was deleted again" };
    throw answerFault({ operation: tasksDestroy.id, problem: "instead of 204", response });
  } catch (error) {
    return { taskDeleted: false, told: `It stays, because it could not be deleted either: ${reasonOf(error)}` };
  }
}
