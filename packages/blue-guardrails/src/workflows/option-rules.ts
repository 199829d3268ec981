import { waitingRules, type OptionRule, type OptionRules } from "@labelwire/core";

export const text: OptionRule = [
  (value) => typeof value === "string" && value.trim() !== "",
  "a string that is not empty",
];

/** What steers a wait for an experiment. */
export const waitRules: OptionRules = {
  ...waitingRules,
  awaitEvaluations: [(value) => typeof value === "boolean", "true or false"],
};
