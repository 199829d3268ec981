import { isPlainObject } from "@labelwire/core";
import type { Exchange } from "@labelwire/core/msw";

/** The members of a request's body; empty where it has none. */
export function sentBody({ body }: Exchange): Readonly<Record<string, unknown>> {
  return membersOf(body);
}

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

/** An id as the mock holds it; undefined for what is none. */
export function digitsOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
