import type { OptionRule } from "@labelwire/core";

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";
const isFunction = (value: unknown): boolean => typeof value === "function";
const isCount = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && Number(value) >= least;

export const text: OptionRule = [isText, "a string that is not empty"];
/** An id of the platform's: of a task, a job, a project or a cloud storage. */
export const id: OptionRule = [(value) => isCount(value, 1), "a whole number, 1 or more"];
export const count: OptionRule = [(value) => isCount(value, 1), "a whole number, 1 or more"];
/** The number of a frame or a chunk. */
export const index: OptionRule = [(value) => isCount(value, 0), "a whole number, 0 or more"];
export const flag: OptionRule = [(value) => typeof value === "boolean", "true or false"];
export const callback: OptionRule = [isFunction, "a function"];
export const list: OptionRule = [Array.isArray, "an array"];
export const names: OptionRule = [
  (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
  "a list of names, at least one",
];

/** One of a few words. */
export function oneOf(...words: string[]): OptionRule {
  return [(value) => words.some((word) => word === value), words.map((word) => JSON.stringify(word)).join(" or ")];
}
