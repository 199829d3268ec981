import { isPlainObject } from "../is-plain-object.ts";
import { ownMember } from "./own-member.ts";

/** `changes` laid over `base`: objects member by member, anything else whole. Neither is changed. */
export function deepMerge(base: unknown, changes: unknown): unknown {
  if (changes === undefined) return base;
  if (!isPlainObject(base) || !isPlainObject(changes)) return changes;
  const names = [...new Set([...Object.keys(base), ...Object.keys(changes)])];
  // Object.fromEntries defines members; an assignment to `__proto__` would change the prototype instead.
  return Object.fromEntries(names.map((name) => [name, deepMerge(ownMember(base, name), ownMember(changes, name))]));
}
