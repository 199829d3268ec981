import { isPlainObject, type OptionRule } from "@labelwire/core";

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

export const text: OptionRule = [isText, "a string that is not empty"];
export const count: OptionRule = [
  (value) => Number.isInteger(value) && Number(value) >= 1,
  "a whole number, 1 or more",
];
export const flag: OptionRule = [(value) => typeof value === "boolean", "true or false"];
export const list: OptionRule = [Array.isArray, "an array"];
export const object: OptionRule = [isPlainObject, "a plain object"];
export const names: OptionRule = [
  (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
  "a list of names, at least one; leave it out to have no condition",
];
export const priority: OptionRule = [
  (value) => typeof value === "number" && value >= -1000 && value <= 1000,
  "a number from -1000 to 1000",
];

/** One of a few words. */
export function oneOf(...words: string[]): OptionRule {
  return [(value) => words.some((word) => word === value), words.map((word) => JSON.stringify(word)).join(" or ")];
}
