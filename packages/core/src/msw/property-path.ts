import { isPlainObject } from "../is-plain-object.ts";
import type { MemberPath } from "../page-description.ts";
import { readMember } from "../read-member.ts";

/**
 * Where an item holds a property that is named with dots, such as `owner.name`. A property that has dots in its own name is found
 * by the whole name first.
 */
export function propertyPath(property: string, has: (name: string) => boolean): MemberPath {
  return has(property) ? [property] : property.split(".");
}

/** The value of a property, or of one inside another: `owner.name` is the name of the owner. */
export function readProperty(item: unknown, property: string): unknown {
  return readMember(
    item,
    propertyPath(property, (name) => isPlainObject(item) && Object.hasOwn(item, name)),
  );
}
