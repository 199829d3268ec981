import { checkArgument, checkMembers, poll, unwrap, type WaitOptions } from "@labelwire/core";
import { getExperiment } from "../generated/operations.ts";
import type { BlueGuardrailsCaller, Schema } from "../types.ts";
import { experimentState } from "./experiment-state.ts";
import { text, waitRules } from "./option-rules.ts";

/** What steers {@link waitForExperiment}. */
export interface WaitForExperimentOptions extends WaitOptions {
  /**
   * True to wait until every expected evaluation is there too, which `metrics` are made of: evaluations may come after the answers.
   * Default: false, since nothing says that an evaluation cannot fail to come.
   */
  readonly awaitEvaluations?: boolean | undefined;
}

const statuses = { pending: ["pending", "in_progress", "evaluating"], succeeded: ["completed"], failed: ["failed"] };

/**
 * Waits until no item of an experiment is pending or in progress. `runExperiment` does both; this one takes an experiment that was
 * started before.
 *
 * @param experimentId - The UUID of the experiment.
 * @returns The experiment as it is then. Items that failed are counted in `status_summary.failed`; `getExperimentItem` says why.
 * @throws JobFailedError when all items failed; JobTimeoutError at the deadline; ApiError when the platform refuses to tell; the
 * signal's reason when aborted; ConfigError for an option that cannot be used.
 *
 * @example
 * const { metrics } = await waitForExperiment(guardrails, experimentId, { timeoutMs: 600_000, awaitEvaluations: true });
 */
export async function waitForExperiment(
  client: BlueGuardrailsCaller,
  experimentId: string,
  options: WaitForExperimentOptions = {},
): Promise<Schema<"Experiment">> {
  checkArgument("experimentId", experimentId, text);
  checkMembers("options", options, waitRules);
  const { awaitEvaluations = false, ...steering } = options;
  const { experiment } = await poll({
    ...steering,
    ...statuses,
    jobId: experimentId,
    operation: getExperiment.id,
    clock: client.clock,
    check: async (signal) => {
      const params = { path: { experiment_id: experimentId } };
      return experimentState(await unwrap(getExperiment(client, { params, signal })), awaitEvaluations);
    },
  });
  return experiment;
}
