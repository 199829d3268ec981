import type { JobState } from "@labelwire/core";
import type { Schema } from "../types.ts";

type Experiment = Schema<"Experiment">;

/**
 * How far an experiment is. The platform gives no status but counts of items; that it is done when none is pending or in progress
 * is inferred. An answer without counts, as older documentation has it, is done when it has a time of completion.
 */
export function experimentState(
  experiment: Experiment,
  awaitEvaluations: boolean,
): JobState & { experiment: Experiment } {
  const { status_summary: counts, completed_at: completedAt } = experiment;
  const isStamped = typeof completedAt === "string";
  if (!counts) return { status: isStamped ? "completed" : "pending", experiment };
  const { pending, in_progress: running, completed, failed, total } = counts;
  const fraction = total > 0 ? (completed + failed) / total : 0;
  if (pending + running > 0) return { status: running > 0 ? "in_progress" : "pending", fraction, experiment };
  // Right after it was made, an experiment may have no items yet.
  if (total === 0) return { status: isStamped ? "completed" : "pending", fraction, experiment };
  if (failed >= total) {
    const message = `all of its ${String(total)} items failed`;
    return { status: "failed", fraction, message, details: experiment, experiment };
  }
  const { evaluations_expected: expected = 0, evaluations_received: received = 0 } = experiment;
  const status = awaitEvaluations && received < expected ? "evaluating" : "completed";
  return { status, fraction, experiment };
}
