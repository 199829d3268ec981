import type { OptionRule, OptionRules } from "@labelwire/core";

const positive = (value: unknown): boolean => typeof value === "number" && value > 0;

export const text: OptionRule = [
  (value) => typeof value === "string" && value.trim() !== "",
  "a string that is not empty",
];

/** What steers one call. */
export const steering: OptionRules = {
  // Not `instanceof`: a test runner's DOM has an AbortSignal of its own.
  signal: [(value) => typeof value === "object" && value !== null && "aborted" in value, "an AbortSignal"],
  timeoutMs: [positive, "a positive number of milliseconds (Infinity for no limit)"],
};

/** What steers a wait for an experiment. */
export const waiting: OptionRules = {
  ...steering,
  intervalMs: [positive, "a positive number of milliseconds"],
  onProgress: [(value) => typeof value === "function", "a function"],
  awaitEvaluations: [(value) => typeof value === "boolean", "true or false"],
};
