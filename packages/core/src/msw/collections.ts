import type { Bodies } from "./bodies.ts";
import { canonicalJson } from "./canonical-json.ts";
import { writeItem, type Completion } from "./complete-item.ts";
import { holds, isFound, sortItems, type ListQuery, type Selection } from "./list-query.ts";
import type { MockData, MockResource } from "./mock-data.ts";
import { makeKeys, makeTextKey } from "./make-keys.ts";
import { ownMember } from "./own-member.ts";
import { readProperty } from "./property-path.ts";
import { fitProperty, hasNumericKey, itemIssues, pathOf, type Kind } from "./resource-schema.ts";
import type { Item, SeededItem, Seeds } from "./seed-items.ts";
import { withMember } from "./with-member.ts";

/** What a mock holds. */
export interface Collections {
  list(resource: MockResource, query: ListQuery): readonly Item[];
  /** True where the collection is seeded or written, so that nothing is made up for it any more. */
  isHeld(resource: MockResource): boolean;
  /** The item with that key; undefined where the collection is seeded or written and has none such. */
  find(resource: MockResource, key: unknown): Item | undefined;
  /** Adds an item that is made of what was sent, with a key of its own where none was sent that is free. */
  create(resource: MockResource, sent: Item): Item;
  /** Lays what was sent over the item with that key; undefined where there is none such. */
  update(resource: MockResource, key: unknown, sent: Item): Item | undefined;
  /** Takes the item with that key away and answers it; undefined where there is none such. */
  remove(resource: MockResource, key: unknown): Item | undefined;
  /** Collections that hold the same, and whose changes stay their own. */
  fork(): Collections;
}

/** What collections remember. */
interface Memory {
  /** Collections that are seeded or written, by name and key. An id that is not here does not exist. */
  readonly held: Map<string, Map<string, SeededItem>>;
  /** What was answered from the others, so that an item that a list has shown is the same item when it is retrieved. */
  readonly shown: Map<string, Map<string, Item>>;
  readonly lists: Map<string, readonly Item[]>;
  /** How many items were created, by collection: the same calls make the same items. */
  readonly created: Map<string, number>;
  /** The highest number that an item had which was taken away, by collection: it is not given to another. */
  readonly removed: Map<string, number>;
}

interface Context {
  readonly data: MockData;
  readonly bodies: Bodies;
}

/** Makes the collections of a mock. One that is neither seeded nor written answers any key with an item made for it. */
export function createCollections(context: Context, seeds: Seeds): Collections {
  const held = [...seeds].map(([name, items]): [string, Map<string, SeededItem>] => {
    const { key = "" } = context.data.resources.find((resource) => resource.name === name) ?? {};
    return [name, new Map(items.map((seeded) => [String(seeded.item[key]), seeded]))];
  });
  return remember(context, {
    held: new Map(held),
    shown: new Map(),
    lists: new Map(),
    created: new Map(),
    removed: new Map(),
  });
}

function remember(context: Context, memory: Memory): Collections {
  const { data } = context;

  /** No item has a key, or another property, that its schema forbids: a request may ask for one where the mock is not strict. */
  const show = (resource: MockResource, key: unknown, given: Item): Item | undefined => {
    const purpose = `${resource.name}|${String(key)}`;
    const item = context.bodies.item(resource, { purpose, given: { ...given, [resource.key]: key } });
    if (itemIssues({ resource, data }, item).length > 0) return undefined;
    const shown = memory.shown.get(resource.name) ?? new Map<string, Item>();
    memory.shown.set(resource.name, shown.set(String(key), item));
    return item;
  };

  const showList = (resource: MockResource, selections: readonly Selection[]): readonly Item[] => {
    const scope = `${resource.name}|${canonicalJson(selections.map(({ property, value }) => [property, value]))}`;
    const known = memory.lists.get(scope);
    if (known) return known;
    const kind = { resource, data };
    const given = selections.reduce<Item>((item, { property, value }) => lay(kind, item, { property, value }), {});
    const wanted = ownMember(given, resource.key);
    const keys = wanted === undefined ? makeKeys({ ...context, resource }, scope) : [wanted].flat();
    const items = keys.map((key) => show(resource, key, given)).filter((item) => item !== undefined);
    memory.lists.set(scope, items);
    return items;
  };

  const nextKey = (completion: Completion, items: ReadonlyMap<string, SeededItem>): unknown => {
    const { resource, purpose } = completion;
    if (!hasNumericKey(completion)) {
      return makeTextKey(completion, { purpose: `${purpose}|key`, isTaken: (key) => items.has(String(key)) });
    }
    return Math.max(memory.removed.get(resource.name) ?? 0, ...[...items.keys()].map(Number)) + 1;
  };

  /** The collection as writing finds it: what was shown of it exists, and nothing else does. */
  const hold = (resource: MockResource): Map<string, SeededItem> => {
    const known = memory.held.get(resource.name);
    if (known) return known;
    const shown = [...(memory.shown.get(resource.name) ?? [])];
    const items = new Map(shown.map(([key, item]): [string, SeededItem] => [key, { item, given: item }]));
    memory.held.set(resource.name, items);
    return items;
  };

  const find = (resource: MockResource, key: unknown): Item | undefined => {
    const items = memory.held.get(resource.name);
    if (items) return items.get(String(key))?.item;
    const shown = memory.shown.get(resource.name)?.get(String(key));
    return shown ?? show(resource, fitProperty({ resource, data }, resource.key, key), {});
  };

  return {
    list: (resource, { selections, search, order = [] }) => {
      const items = memory.held.get(resource.name);
      if (!items) return sortItems(showList(resource, [...selections, ...searchedFor(search)]), order);
      const selected = [...items.values()].flatMap((seeded) => select({ resource, data }, seeded, selections));
      return sortItems(search ? selected.filter((item) => isFound(item, search)) : selected, order);
    },
    isHeld: ({ name }) => memory.held.has(name),
    find,
    create: (resource, sent) => {
      const items = hold(resource);
      const count = (memory.created.get(resource.name) ?? 0) + 1;
      memory.created.set(resource.name, count);
      const completion = { ...context, resource, purpose: `${resource.name}|created|${String(count)}` };
      const asked = ownMember(sent, resource.key);
      const isFree = (typeof asked === "string" || typeof asked === "number") && !items.has(String(asked));
      const key = isFree ? asked : nextKey(completion, items);
      const { item, given } = writeItem(completion, { before: {}, sent: { ...sent, [resource.key]: key } });
      items.set(String(item[resource.key]), { item, given });
      return item;
    },
    update: (resource, key, sent) => {
      const before = find(resource, key);
      if (!before) return undefined;
      const items = hold(resource);
      const { given = before } = items.get(String(key)) ?? {};
      const completion = { ...context, resource, purpose: `${resource.name}|${String(key)}` };
      const written = writeItem(completion, { before, sent: { ...sent, [resource.key]: before[resource.key] } });
      items.set(String(key), { item: written.item, given: { ...given, ...written.given } });
      return written.item;
    },
    remove: (resource, key) => {
      const item = find(resource, key);
      if (!item) return undefined;
      hold(resource).delete(String(key));
      memory.removed.set(resource.name, Math.max(memory.removed.get(resource.name) ?? 0, Number(key)));
      return item;
    },
    fork: () =>
      remember(context, {
        held: new Map([...memory.held].map(([name, items]) => [name, new Map(items)])),
        shown: new Map([...memory.shown].map(([name, items]) => [name, new Map(items)])),
        lists: new Map(memory.lists),
        created: new Map(memory.created),
        removed: new Map(memory.removed),
      }),
  };
}

/** The item where it is selected, with the properties filled in that its parent decides. */
function select(kind: Kind, { item, given }: SeededItem, selections: readonly Selection[]): readonly Item[] {
  const open = selections.filter(({ property, parent }) => parent && readProperty(given, property) === undefined);
  const isSelected = selections.every(
    (selection) => open.includes(selection) || holds(readProperty(item, selection.property), selection.value),
  );
  if (!isSelected || open.length === 0) return isSelected ? [item] : [];
  const filled = open.reduce((laid, selection) => lay(kind, laid, selection), item);
  // Nothing belongs to a parent that cannot be.
  return itemIssues(kind, filled).length === 0 ? [filled] : [];
}

/** The item with a property as a request spells it. */
function lay(kind: Kind, item: Item, { property, value }: { property: string; value: unknown }): Item {
  const laid = withMember(item, pathOf(kind, property), fitProperty(kind, property, value));
  return laid as Item; // A path is never empty, and so what holds its end is an object.
}

/** What is made up for a search is what was searched for. */
function searchedFor(search: ListQuery["search"]): readonly Selection[] {
  const [property] = search?.fields ?? [];
  return search && property !== undefined ? [{ property, value: search.text, parent: false }] : [];
}
