import type { OptionRules } from "./check-options.ts";
import { callable, callRules } from "./option-rules.ts";

const { signal, timeoutMs } = callRules;

/** What steers a workflow of one call, checked as a call's own options are: a signal may be null, as that of `fetch`. */
export const callingRules: OptionRules = { signal, timeoutMs };

/** What steers a workflow that tells how far it is. */
export const steeringRules: OptionRules = {
  ...callingRules,
  onProgress: callable,
};

/** What steers a workflow that waits for a job, looking at it again and again. */
export const waitingRules: OptionRules = {
  ...steeringRules,
  intervalMs: [(value) => typeof value === "number" && value > 0, "a positive number of milliseconds"],
};
