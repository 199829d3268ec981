import { ConfigError } from "../errors.ts";
import { isPlainObject } from "../is-plain-object.ts";
import type { Bodies } from "./bodies.ts";
import { makeTextKey } from "./make-keys.ts";
import type { MockData } from "./mock-data.ts";
import { ownMember } from "./own-member.ts";
import { hasNumericKey, itemIssues, type Kind } from "./resource-schema.ts";

/** An item of a collection. */
export type Item = Readonly<Record<string, unknown>>;

/** An item as it was given, and as it was completed. */
export interface SeededItem {
  readonly item: Item;
  readonly given: Item;
}

/** The items of each collection that `state` names. */
export type Seeds = ReadonlyMap<string, readonly SeededItem[]>;

/**
 * Completes what a mock's `state` gives.
 *
 * @throws {ConfigError} for what is no list of items, for an item that cannot be made valid, and for a key given twice.
 */
export function seedItems(
  { data, bodies }: { readonly data: MockData; readonly bodies: Bodies },
  state: Readonly<Record<string, unknown>>,
): Seeds {
  return new Map(
    data.resources.flatMap((resource): [string, readonly SeededItem[]][] => {
      const items = ownMember(state, resource.name);
      return items === undefined ? [] : [[resource.name, seedCollection({ resource, data, bodies }, items)]];
    }),
  );
}

function seedCollection(kind: Kind & { readonly bodies: Bodies }, items: unknown): readonly SeededItem[] {
  const { name, key } = kind.resource;
  const place = `state.${name}`;
  if (!Array.isArray(items)) throw new ConfigError({ option: place, message: `${place} must be a list of items.` });
  const keys = new Set<unknown>();
  const asked = new Set(items.map((given: unknown) => (isPlainObject(given) ? given[key] : undefined)));
  return items.map((given: unknown, index) => {
    const option = `${place}[${String(index)}]`;
    if (!isPlainObject(given)) throw new ConfigError({ option, message: `${option} must be an object.` });
    const item = complete(kind, { given, index, isTaken: (one) => keys.has(one) || asked.has(one) });
    const [issue] = itemIssues(kind, item);
    if (issue) {
      const problem = `${issue.pointer || "the item"} ${issue.message}`;
      throw new ConfigError({ option, message: `${option} is no valid ${kind.resource.schema}: ${problem}.` });
    }
    if (keys.has(item[key])) {
      throw new ConfigError({ option, message: `${option} has the same ${key} as an item before it.` });
    }
    keys.add(item[key]);
    return { item, given };
  });
}

interface Completing {
  readonly given: Item;
  readonly index: number;
  /** True for the key of an item before, and for one that the state gives. */
  readonly isTaken: (key: unknown) => boolean;
}

function complete(kind: Kind & { readonly bodies: Bodies }, { given, index, isTaken }: Completing): Item {
  const { name, key } = kind.resource;
  const purpose = `${name}|seeded|${String(index)}`;
  const made = (): unknown =>
    hasNumericKey(kind) ? freeNumber(index + 1, isTaken) : makeTextKey(kind, { purpose, isTaken });
  const whole = ownMember(given, key) === undefined ? { ...given, [key]: made() } : given;
  return kind.bodies.item(kind.resource, { purpose, given: whole });
}

function freeNumber(first: number, isTaken: (key: number) => boolean): number {
  let number = first;
  while (isTaken(number)) number += 1;
  return number;
}
