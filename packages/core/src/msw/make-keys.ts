import { isPlainObject } from "../is-plain-object.ts";
import type { Bodies } from "./bodies.ts";
import { hasNumericKey, propertySchema, type Kind } from "./resource-schema.ts";

interface KeyContext extends Kind {
  readonly bodies: Bodies;
}

/** What an unseeded collection holds for each parent or filter. */
const defaultLength = 3;
/** After so many words that are taken a number is set to the last. */
const mostWords = 5;

/** Keys of the items that a list shows which nobody seeded, the same for the same scope. */
export function makeKeys(context: KeyContext, scope: string): readonly unknown[] {
  if (hasNumericKey(context)) {
    const first = context.bodies.random(scope).integer(1, 9999) * 10;
    return Array.from({ length: defaultLength }, (_, index) => first + index);
  }
  const keys = new Set<unknown>();
  for (let index = 0; index < defaultLength; index += 1) {
    keys.add(makeTextKey(context, { purpose: `${scope}|${String(index)}`, isTaken: (key) => keys.has(key) }));
  }
  return [...keys];
}

/** A key that no other item has, for a collection whose items are not numbered. */
export function makeTextKey(
  { bodies, resource, data }: KeyContext,
  { purpose, isTaken }: { readonly purpose: string; readonly isTaken: (key: unknown) => boolean },
): unknown {
  const schema = {
    type: "object",
    properties: { [resource.key]: propertySchema({ resource, data }, resource.key) },
  } as const;
  let key: unknown;
  for (let attempt = 0; attempt < mostWords; attempt += 1) {
    const made = bodies.value(schema, { purpose: attempt === 0 ? purpose : `${purpose}|${String(attempt)}` });
    key = isPlainObject(made) ? made[resource.key] : undefined;
    if (!isTaken(key)) return key;
  }
  let number = 2;
  while (isTaken(`${String(key)}-${String(number)}`)) number += 1;
  return `${String(key)}-${String(number)}`;
}
