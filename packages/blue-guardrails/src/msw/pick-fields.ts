import { isPlainObject } from "@labelwire/core";
import type { Item } from "@labelwire/core/msw";
import { readNameTree, type NameTree } from "./name-tree.ts";

/** What `fields` says: the members to keep, or after a `!` those to leave out. */
export interface FieldSelection {
  readonly tree: NameTree;
  readonly isExclusion: boolean;
}

/** Reads `(id,messages(role))` or `!(tags)`; undefined for what is neither. */
export function readFields(text: string): FieldSelection | undefined {
  const isExclusion = text.startsWith("!");
  const tree = readNameTree(isExclusion ? text.slice(1) : text);
  return tree && { tree, isExclusion };
}

/** The item with the members that are asked for: no others are there, an id that is not asked for neither. */
export function pickFields(item: Item, { tree, isExclusion }: FieldSelection): Item {
  const kept = Object.entries(item).flatMap(([name, value]): readonly [string, unknown][] => {
    const named = tree.names.get(name);
    if (!named) return isExclusion ? [[name, value]] : [];
    if (named.names.size === 0) return isExclusion ? [] : [[name, value]];
    const pick = (one: unknown): unknown => (isPlainObject(one) ? pickFields(one, { tree: named, isExclusion }) : one);
    return [[name, Array.isArray(value) ? value.map(pick) : pick(value)]];
  });
  return Object.fromEntries(kept);
}
