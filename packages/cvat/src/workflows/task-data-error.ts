import { isLabelwireError, LabelwireError } from "@labelwire/core";

/** What a {@link TaskDataError} is made of. */
export interface TaskDataFailure {
  /** Id of the task. */
  readonly taskId: number;
  /** True if the task was deleted again. */
  readonly taskDeleted: boolean;
  readonly message: string;
  readonly cause: unknown;
}

/** A task was made, and then something failed, which is the `cause`: it did not get its data, or nobody can tell. The message says which. */
export class TaskDataError extends LabelwireError {
  /** Id of the task. */
  readonly taskId: number;
  /** True if the task was deleted again. */
  readonly taskDeleted: boolean;

  constructor({ taskId, taskDeleted, message, cause }: TaskDataFailure) {
    super({ operation: "createTask", message, cause });
    this.taskId = taskId;
    this.taskDeleted = taskDeleted;
  }

  override get name(): string {
    return "TaskDataError";
  }
}

/** True for a {@link TaskDataError}, whichever copy of this package made it. */
export function isTaskDataError(error: unknown): error is TaskDataError {
  return isLabelwireError(error) && error.name === "TaskDataError";
}
