import { describe, expect, test } from "vitest";
import { checkMembers } from "./check-members.ts";
import type { OptionRules } from "./check-options.ts";
import { callRules } from "./option-rules.ts";
import { callingRules, steeringRules, waitingRules } from "./steering-rules.ts";

const check =
  (options: object, rules: OptionRules = waitingRules) =>
  () =>
    checkMembers("options", options, rules);

test.each([
  ["nothing", {}],
  ["undefined", { signal: undefined, timeoutMs: undefined, onProgress: undefined, intervalMs: undefined }],
  ["no signal, as fetch spells it", { signal: null }],
  ["a signal", { signal: new AbortController().signal }],
  ["a signal of another realm", { signal: { aborted: false } }],
  ["no limit", { timeoutMs: Infinity }],
  ["all", { timeoutMs: 1, onProgress: () => undefined, intervalMs: 0.5 }],
])("%s passes", (_what, options) => {
  expect(check(options)).not.toThrow();
});

test.each<[string, object, string]>([
  ["a controller for its signal", { signal: new AbortController() }, "options.signal must be an AbortSignal."],
  ["a signal that is true", { signal: true }, "options.signal must be an AbortSignal."],
  ["a time that is text", { timeoutMs: "5" }, "options.timeoutMs must be a positive number"],
  ["no time", { timeoutMs: 0 }, "options.timeoutMs must be a positive number"],
  ["NaN", { timeoutMs: Number.NaN }, "options.timeoutMs must be a positive number"],
  ["null for a time", { timeoutMs: null }, "options.timeoutMs must be a positive number"],
  ["null for a function", { onProgress: null }, "options.onProgress must be a function."],
  ["an interval that is text", { intervalMs: "5" }, "options.intervalMs must be a positive number of milliseconds."],
  ["a misspelt name", { timeoutMS: 5 }, "There is no option options.timeoutMS. Did you mean options.timeoutMs?"],
])("%s is a ConfigError that names it", (_what, options, message) => {
  expect(check(options)).toThrow(expect.objectContaining({ name: "ConfigError" }));
  expect(check(options)).toThrow(message);
});

describe("every set has its own names, and those of a call the call's rules", () => {
  test.each<[string, OptionRules, readonly string[]]>([
    ["callingRules", callingRules, ["signal", "timeoutMs"]],
    ["steeringRules", steeringRules, ["signal", "timeoutMs", "onProgress"]],
    ["waitingRules", waitingRules, ["signal", "timeoutMs", "onProgress", "intervalMs"]],
  ])("%s", (_name, rules, names) => {
    expect(Object.keys(rules)).toEqual(names);
    expect(rules).toMatchObject({ signal: callRules["signal"], timeoutMs: callRules["timeoutMs"] });
  });
});
