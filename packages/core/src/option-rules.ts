import type { OptionRule, OptionRules } from "./check-options.ts";

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isCallable = (value: unknown): boolean => typeof value === "function";

const anyObject: OptionRule = [isObject, "an object"];
const callable: OptionRule = [isCallable, "a function"];
const isPositive = (value: unknown): value is number => typeof value === "number" && value > 0;
const positive: OptionRule = [isPositive, "a positive number"];

const timing: OptionRules = {
  timeoutMs: positive,
  attemptTimeoutMs: positive,
  retry: [
    (value) => value === false || isObject(value),
    "false or an object",
    {
      maxAttempts: [(value) => isPositive(value) && value % 1 === 0, "a whole number, 1 or more"],
      maxDelayMs: [(value) => typeof value === "number" && value >= 0, "a number, 0 or more"],
    },
  ],
};

/** Options of `client.with`. */
export const sharedRules: OptionRules = {
  ...timing,
  auth: [(value) => isObject(value) || isCallable(value), "an object or a function"],
  fetch: callable,
  maxResponseBytes: positive,
  hooks: anyObject,
  limiter: anyObject,
  clock: anyObject,
  random: callable,
};

/** Options of `createClient`. */
export const clientRules: OptionRules = { ...sharedRules, baseUrl: undefined, server: undefined };

/** Members of a call. */
export const callRules: OptionRules = {
  ...timing,
  headers: anyObject,
  signal: [(value) => value === null || (isObject(value) && "aborted" in value), "an AbortSignal"],
  params: [isObject, "an object", { path: anyObject, query: anyObject, header: anyObject, cookie: anyObject }],
  body: undefined,
};
