import { isPlainObject } from "../is-plain-object.ts";

/** A copy of objects and lists, however deep they are. What is neither, such as a `Blob`, is in both. */
export function copyData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyData);
  if (!isPlainObject(value)) return value;
  // Object.fromEntries defines members; an assignment to `__proto__` would change the prototype instead.
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyData(member)]));
}
