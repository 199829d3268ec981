import { isPlainObject, type OptionRule, type OptionRules } from "@labelwire/core";

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const isFunction = (value: unknown): boolean => typeof value === "function";

export const text: OptionRule = [isText, "a string that is not empty"];
export const id: OptionRule = [(value) => Number.isInteger(value) && Number(value) >= 1, "a whole number, 1 or more"];
export const flag: OptionRule = [(value) => typeof value === "boolean", "true or false"];
export const callback: OptionRule = [isFunction, "a function"];
export const object: OptionRule = [isPlainObject, "a plain object"];
export const duration: OptionRule = [
  (value) => typeof value === "number" && value > 0,
  "a positive number of milliseconds (Infinity for no limit)",
];

/** One of a few words. */
export function oneOf(...words: string[]): OptionRule {
  return [(value) => words.some((word) => word === value), words.map((word) => JSON.stringify(word)).join(" or ")];
}

// Not `instanceof`: a test runner's DOM has an AbortSignal of its own.
const isSignal = (value: unknown): boolean => typeof value === "object" && value !== null && "aborted" in value;
const signal: OptionRule = [isSignal, "an AbortSignal"];

/** What every call of a workflow takes as its last argument. */
export const calling: OptionRules = { signal, timeoutMs: duration };

/** What every long-running workflow takes as its last argument. */
export const steering: OptionRules = { ...calling, onProgress: callback };
