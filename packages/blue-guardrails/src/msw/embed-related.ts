import { isPlainObject } from "@labelwire/core";
import type { Item } from "@labelwire/core/msw";
import type { NameTree } from "./name-tree.ts";

/** A member that is there only if `embed` names it. */
interface Related {
  /** What the member is called in the item, which is not always its name in `embed`. */
  readonly member: string;
  readonly inside: Readonly<Record<string, Related>>;
}

/** What `embed` can name, by the kind of item. */
export type RelatedMembers = Readonly<Record<string, Related>>;

export const relatedOfConversation: RelatedMembers = { messages: { member: "messages", inside: {} } };
export const relatedOfMessage: RelatedMembers = {
  evaluations: { member: "evaluation", inside: { annotations: { member: "annotations", inside: {} } } },
};

/** The item with the related members that `embed` names, and without the others. */
export function embedRelated(item: Item, related: RelatedMembers, embed: NameTree | undefined): Item {
  return Object.entries(related).reduce<Item>((whole, [name, { member, inside }]) => {
    const { [member]: value, ...others } = whole;
    const named = embed?.names.get(name);
    if (value === undefined || !named) return others;
    const shown = (one: unknown): unknown => (isPlainObject(one) ? embedRelated(one, inside, named) : one);
    return { ...others, [member]: Array.isArray(value) ? value.map(shown) : shown(value) };
  }, item);
}
