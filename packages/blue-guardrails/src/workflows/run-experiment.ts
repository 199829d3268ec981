import { checkMembers, unwrap, type OptionRules } from "@labelwire/core";
import { createExperiment } from "../generated/operations.ts";
import type { BlueGuardrailsCaller, Schema } from "../types.ts";
import { text, waitRules } from "./option-rules.ts";
import { waitForExperiment, type WaitForExperimentOptions } from "./wait-for-experiment.ts";

/** What steers {@link runExperiment}. */
export type RunExperimentOptions = WaitForExperimentOptions;

// The platform's own bound.
const mostConversations = 100;

const experimentRules: OptionRules = {
  name: text,
  model: text,
  conversation_ids: [
    (value) => Array.isArray(value) && value.length > 0 && value.length <= mostConversations,
    `a list of conversations' UUIDs, from 1 to ${String(mostConversations)}`,
  ],
  pass_through: undefined,
  reasoning_config: undefined,
  system_prompt_override: undefined,
  output_schema: undefined,
};

/**
 * Runs an experiment: has conversations answered anew by another model or prompt, and waits until all are.
 *
 * @returns The experiment when it is done, with its counts and figures. `paginate(client, listExperimentItems, …)` has the answers.
 * @throws ConfigError before anything is sent, for no conversations or more than 100, a member that does not exist, or an option that
 * cannot be used; JobFailedError when all items failed; JobTimeoutError at the deadline (the experiment may go on:
 * `waitForExperiment`); ApiError when the platform refuses; the signal's reason when aborted.
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
  options: RunExperimentOptions = {},
): Promise<Schema<"Experiment">> {
  checkMembers("experiment", experiment, experimentRules, ["name", "model", "conversation_ids"]);
  checkMembers("options", options, waitRules);
  const created = await unwrap(createExperiment(client, { body: experiment, signal: options.signal }));
  return waitForExperiment(client, created.id, options);
}
