import type { Bodies } from "./bodies.ts";
import { declares, itemIssues, type Kind } from "./resource-schema.ts";
import type { Item, SeededItem } from "./seed-items.ts";

/** An item that is to be made. */
export interface Completion extends Kind {
  readonly bodies: Bodies;
  /** What the item is made for: equal purposes make equal items. */
  readonly purpose: string;
}

/**
 * A valid item with as much of what was written as an item can hold. A body that is written has another schema than the item: what
 * the item does not have, or holds in another form, stays as it was before.
 */
export function writeItem(completion: Completion, { before, sent }: { before: Item; sent: Item }): SeededItem {
  const fitting = Object.entries(sent).filter(([name, value]) => value !== undefined && declares(completion, name));
  const given = { ...before, ...Object.fromEntries(fitting) };
  const { resource, bodies, purpose } = completion;
  const wrong = new Set(
    itemIssues(completion, bodies.item(resource, { purpose, given })).map(({ pointer }) => firstName(pointer)),
  );
  const kept = Object.fromEntries(fitting.filter(([name]) => !wrong.has(name)));
  return { item: bodies.item(resource, { purpose, given: { ...before, ...kept } }), given: kept };
}

function firstName(pointer: string): string {
  const [, name = ""] = pointer.split("/");
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}
