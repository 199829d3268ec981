import { callingRules, checkMembers, ConfigError, readMember, type OptionRules } from "@labelwire/core";
import { exportTasks as requestExport } from "../generated/operations.ts";
import type { Schema, StardustCaller, StardustId } from "../types.ts";
import { ids } from "./option-rules.ts";
import { readProject, type ProjectTarget } from "./project-target.ts";
import { readData } from "./read-data.ts";
import { readDay } from "./read-day.ts";

/** Which results of a project to export. Without conditions: those of every task. */
export interface ExportSelection {
  /** Only tasks completed on this day or later: a `Date`, which stands for its day in UTC, or `"YYYY-MM-DD"`. */
  readonly completeTimeAfter?: Date | string | undefined;
  /** Only tasks completed before this day, given as the other. */
  readonly completeTimeBefore?: Date | string | undefined;
  /** Only these tasks; at least one. */
  readonly taskIds?: readonly StardustId[] | undefined;
}

/** Which results to export, and what steers the export. */
export interface ExportTasksOptions extends ExportSelection {
  /** Ends the export; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for the whole export, which is one answer. Default: 1,800,000 (30 minutes). */
  readonly timeoutMs?: number | undefined;
}

/**
 * Exports the annotation results of a project. The platform answers with all of them at once; select by days or by task where that
 * is more than fits (the client's `maxResponseBytes`).
 *
 * Only the project's id is sent unless more is given. The documentation's marks would have the other filters required: should a server
 * refuse a call without them, give all three.
 *
 * @returns The results, one for each task. A result names its task only inside issues and notes.
 * @throws ConfigError before anything is sent, for an id that has lost digits, a day that does not exist, or an end that is not after
 * the start; ApiError when the platform refuses, inside HTTP 200 too; DecodeError for a success without results; the signal's reason
 * when aborted.
 *
 * @example
 * const results = await exportTasks(stardust, { project: 12 }, { completeTimeAfter: "2026-01-01" });
 */
export async function exportTasks(
  client: StardustCaller,
  target: ProjectTarget,
  options: ExportTasksOptions = {},
): Promise<Schema<"AnnotationResult">[]> {
  const project = readProject(target);
  checkMembers("options", options, rules);
  const body = { projectId: project, ...readSelection(options) };
  const { signal, timeoutMs = 1_800_000 } = options;
  const result = await requestExport(client, { body, signal, timeoutMs, attemptTimeoutMs: timeoutMs });
  // No list of results can only mean none; an answer that does not speak of them is another matter.
  if (readMember(result.data, ["data", "annotationResultList"]) === null) return [];
  const { annotationResultList } = readData({ operation: requestExport.id, result, needed: ["annotationResultList"] });
  return annotationResultList;
}

const rules: OptionRules = {
  ...callingRules,
  completeTimeAfter: undefined,
  completeTimeBefore: undefined,
  taskIds: ids,
};

interface SelectionBody {
  completeTimeAfter?: string;
  completeTimeBefore?: string;
  taskIds?: StardustId[];
}

function readSelection({ completeTimeAfter, completeTimeBefore, taskIds }: ExportSelection): SelectionBody {
  const after = completeTimeAfter === undefined ? undefined : readDay("options.completeTimeAfter", completeTimeAfter);
  const before =
    completeTimeBefore === undefined ? undefined : readDay("options.completeTimeBefore", completeTimeBefore);
  // Days of this form are in the order of their text.
  if (after !== undefined && before !== undefined && before <= after) {
    const option = "options.completeTimeBefore";
    const message = `${option} is not later than options.completeTimeAfter, so that no day is in between: the first day counts, and the last does not.`;
    throw new ConfigError({ option, message });
  }
  return {
    ...(after !== undefined && { completeTimeAfter: after }),
    ...(before !== undefined && { completeTimeBefore: before }),
    ...(taskIds && { taskIds: [...taskIds] }),
  };
}
