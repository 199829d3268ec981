import { isPlainObject, type OptionRule } from "@labelwire/core";

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

export const text: OptionRule = [isText, "a string that is not empty"];
export const id: OptionRule = [
  (value) => isText(value) || typeof value === "bigint" || typeof value === "number",
  "an id: digits, a bigint or a number",
];
export const ids: OptionRule = [
  (value) => Array.isArray(value) && value.length > 0,
  "a list of ids, at least one; leave it out to have no condition",
];
export const dataType: OptionRule = [(value) => value === 2 || value === 3, "2 (2D data) or 3 (3D data)"];
export const object: OptionRule = [isPlainObject, "a plain object"];
/** A name of at most 60 bytes, which is what the platform keeps. */
export const name: OptionRule = [
  (value) => isText(value) && new TextEncoder().encode(String(value)).length <= 60,
  "a string that is not empty, of at most 60 bytes in UTF-8",
];
