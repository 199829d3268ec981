import { checkOptions, type OptionRule, type OptionRules } from "../check-options.ts";
import { configFault } from "../config-fault.ts";
import type { MockFailure } from "./failures.ts";

const whole = (least: number, most = Infinity): OptionRule => [
  (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
  `a whole number from ${String(least)}${most === Infinity ? "" : ` to ${String(most)}`}`,
];
const yesOrNo: OptionRule = [(value) => typeof value === "boolean", "true or false"];

const rules: OptionRules = {
  status: whole(200, 599),
  retryAfterSeconds: whole(0),
  times: whole(1),
  body: undefined,
  headers: [(value) => Object(value) === value, "an object"],
  networkError: yesOrNo,
  delayMs: [(value) => typeof value === "number" && value >= 0, "a number of milliseconds, 0 or more"],
  truncate: yesOrNo,
};

/**
 * Checks what a test wants to go wrong.
 *
 * @throws ConfigError for a member that does not exist or cannot be right, for one that would be passed over in silence beside the
 * others, and for a failure that says nothing.
 */
export function checkFailure(failure: MockFailure): void {
  checkOptions(failure, rules, "fail.");
  const { status, delayMs, retryAfterSeconds, body, headers, networkError = false, truncate = false } = failure;
  if (status !== undefined) {
    if (networkError && !truncate) throw configFault("fail.status", "is never seen where the connection breaks before");
    return;
  }
  for (const [name, value] of Object.entries({ retryAfterSeconds, body, headers })) {
    if (value !== undefined) throw configFault(`fail.${name}`, "goes with a status: the usual answer has its own");
  }
  if (delayMs === undefined && !networkError && !truncate) {
    throw configFault("fail", "needs a status, networkError, truncate or delayMs");
  }
}
