import type { MemberPath } from "./page-description.ts";

/** The value at `path`, by own properties alone: `["constructor"]` finds nothing in a body that has no such member. */
export function readMember(body: unknown, path: MemberPath): unknown {
  let value = body;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/** A count or page number as servers and callers write it, `25` or `"25"`; undefined for anything else. */
export function readCount(value: unknown): number | undefined {
  const count = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
