import type { OptionRule, OptionRules } from "./check-options.ts";

const isObject = (value: unknown): boolean => Object(value) === value;
const number = (isRight: (value: number) => boolean, expected: string): OptionRule => [
  (value) => typeof value === "number" && isRight(value),
  expected,
];

const anyObject: OptionRule = [isObject, "an object"];
export const callable: OptionRule = [(value) => typeof value === "function", "a function"];
export const positive: OptionRule = number((value) => value > 0, "a positive number (Infinity for no limit)");

const timing: OptionRules = {
  timeoutMs: positive,
  attemptTimeoutMs: positive,
  retry: [
    (value) => value === false || isObject(value),
    "false or an object",
    {
      maxAttempts: number((value) => value > 0 && value % 1 === 0, "a whole number, 1 or more"),
      maxDelayMs: number((value) => value >= 0, "a number, 0 or more"),
    },
  ],
};

/** Options of `client.with`. */
export const sharedRules: OptionRules = {
  ...timing,
  auth: [isObject, "an object or a function"],
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
  signal: [(value) => value === null || "aborted" in Object(value), "an AbortSignal"],
  params: [isObject, "an object", { path: anyObject, query: anyObject, header: anyObject, cookie: anyObject }],
  body: undefined,
};
