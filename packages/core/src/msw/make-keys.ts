import { isPlainObject } from "../is-plain-object.ts";
import type { Bodies } from "./bodies.ts";
import { hasNumericKey, propertySchema, type Kind } from "./resource-schema.ts";

interface KeyContext extends Kind {
  readonly bodies: Bodies;
}

/** What an unseeded collection holds for each parent or filter. */
const defaultLength = 3;

/** Keys of the items that a list shows which nobody seeded, the same for the same scope. */
export function makeKeys(context: KeyContext, scope: string): readonly unknown[] {
  if (hasNumericKey(context)) {
    const first = context.bodies.random(scope).integer(1, 9999) * 10;
    return Array.from({ length: defaultLength }, (_, index) => first + index);
  }
  return Array.from({ length: defaultLength }, (_, index) => makeText(context, `${scope}|${String(index)}`));
}

/** The key of an item that is created: the number after all that were, or a text that no other item has. */
export function makeKey(
  context: KeyContext,
  { numbers, count }: { readonly numbers: readonly number[]; readonly count: number },
): unknown {
  return hasNumericKey(context)
    ? Math.max(...numbers) + 1
    : makeText(context, `${context.resource.name}|key|${String(count)}`);
}

function makeText({ bodies, resource, data }: KeyContext, purpose: string): unknown {
  const schema = {
    type: "object",
    properties: { [resource.key]: propertySchema({ resource, data }, resource.key) },
  } as const;
  const made = bodies.value(schema, { purpose });
  return isPlainObject(made) ? made[resource.key] : undefined;
}
