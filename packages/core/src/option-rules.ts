import { checkOptions, type OptionRule, type OptionRules } from "./check-options.ts";

const has =
  (...names: string[]) =>
  (value: unknown): value is object =>
    typeof value === "object" && value !== null && names.every((name) => name in value);

const isCallable = (value: unknown): boolean => typeof value === "function";
const isPositive = (value: unknown): boolean => typeof value === "number" && value > 0;

const duration: OptionRule = [isPositive, "a positive number of milliseconds (Infinity for no limit)"];
const anyObject: OptionRule = [has(), "an object"];

const retryRules: OptionRules = {
  maxAttempts: [(value) => Number.isInteger(value) && isPositive(value), "a whole number, 1 or more"],
  maxDelayMs: [(value) => value === 0 || isPositive(value), "a number of milliseconds, 0 or more"],
};

const retry: OptionRule = [
  (value) => {
    if (has()(value)) checkOptions(value, retryRules, "retry.");
    return value === false || has()(value);
  },
  "false or an object such as { maxAttempts: 5 }",
];

const timing: OptionRules = { timeoutMs: duration, attemptTimeoutMs: duration, retry };

/** Options of `client.with`. */
export const sharedRules: OptionRules = {
  ...timing,
  auth: [(value) => has()(value) || isCallable(value), "an object or a function"],
  fetch: [isCallable, "a function"],
  maxResponseBytes: [isPositive, "a positive number of bytes"],
  hooks: [has(), "an object of functions"],
  limiter: [has("acquire"), "a limiter, such as createRateLimiter makes"],
  clock: [has("now", "schedule"), "an object with now() and schedule()"],
  random: [isCallable, "a function"],
};

/** Options of `createClient`. */
export const clientRules: OptionRules = { ...sharedRules, baseUrl: undefined, server: undefined };

/** Members of a call. */
export const callRules: OptionRules = {
  ...timing,
  headers: anyObject,
  signal: [(value) => value === null || has("aborted", "addEventListener")(value), "an AbortSignal"],
  params: anyObject,
  body: undefined,
};

/** Members of a call's `params`. */
export const parameterRules: OptionRules = { path: anyObject, query: anyObject, header: anyObject, cookie: anyObject };
