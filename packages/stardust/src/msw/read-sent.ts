import { isPlainObject } from "@labelwire/core";

/** The members of an object; empty for what is none. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isPlainObject(value) ? value : {};
}

/** The objects in a list; empty for what is no list. */
export function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isPlainObject) : [];
}

/** The texts in a list; empty for what is no list. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** A text, or a number as one; empty for anything else, which may have been sent where a mock is not strict. */
export function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const largest = 2n ** 63n - 1n;

/** A 64-bit id as the mock holds it, in digits; undefined for what is none. */
export function digitsOf(value: unknown): string | undefined {
  const text = textOf(value);
  return /^\d{1,19}$/.test(text) && BigInt(text) <= largest ? text : undefined;
}
