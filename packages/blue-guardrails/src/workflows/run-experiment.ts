import { ConfigError, unwrap } from "@labelwire/core";
import { createExperiment } from "../generated/operations.ts";
import type { BlueGuardrailsCaller, Schema } from "../types.ts";
import { checkMembers } from "./check-members.ts";
import type { ExperimentOptions } from "./experiment-options.ts";
import { waiting } from "./option-rules.ts";
import { waitForExperiment } from "./wait-for-experiment.ts";

// The platform's own bounds.
const mostConversations = 100;

/**
 * Runs an experiment: has conversations answered anew by another model or prompt, and waits until all are.
 *
 * @returns The experiment when it is done, with its counts and figures. `paginate(client, listExperimentItems, …)` has the answers.
 * @throws ConfigError before anything is sent, for no conversations or more than 100, or an option that cannot be used; JobFailedError
 * when all items failed; JobTimeoutError at the deadline (the experiment may go on: `waitForExperiment`); ApiError when the platform
 * refuses; the signal's reason when aborted.
 *
 * @example
 * const { status_summary, metrics } = await runExperiment(guardrails, {
 *   name: "shorter prompt",
 *   model: "gpt-5-mini",
 *   conversation_ids: ids,
 *   system_prompt_override: "Answer in one sentence.",
 * });
 */
export async function runExperiment(
  client: BlueGuardrailsCaller,
  experiment: Schema<"ExperimentCreate">,
  options: ExperimentOptions = {},
): Promise<Schema<"Experiment">> {
  checkMembers("options", options, waiting);
  const count = experiment.conversation_ids.length;
  if (count < 1 || count > mostConversations) {
    const option = "experiment.conversation_ids";
    const message = `${option} has ${String(count)} conversations; the platform takes 1 to ${String(mostConversations)}.`;
    throw new ConfigError({ option, message });
  }
  const created = await unwrap(createExperiment(client, { body: experiment, signal: options.signal }));
  return waitForExperiment(client, created.id, options);
}
