import type { MemberPath } from "../page-description.ts";
import { isPlainObject } from "../is-plain-object.ts";
import { ownMember } from "./own-member.ts";

/** A copy of the body that holds `value` at a path. Objects that are missing on the way are made; undefined takes the member away. */
export function withMember(body: unknown, path: MemberPath, value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const members = isPlainObject(body) ? body : {};
  const member = withMember(ownMember(members, name), rest, value);
  const others = Object.entries(members).filter(([key]) => key !== name);
  // Object.fromEntries defines members; an assignment to `__proto__` would change the prototype instead.
  return Object.fromEntries(member === undefined ? others : [...others, [name, member]]);
}
