import { isPlainObject } from "../is-plain-object.ts";
import { scalarText } from "../scalar-text.ts";
import type { Bodies } from "./bodies.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { MockData, MockResource, MockSchema } from "./mock-data.ts";
import { ownMember } from "./own-member.ts";
import { fitProperty, hasNumericKey, itemIssue, propertySchema, type Kind } from "./resource-schema.ts";
import type { Item, SeededItem, Seeds } from "./seed-items.ts";

/** A property that must equal a value for an item to be in a list. */
export interface Selection {
  readonly property: string;
  readonly value: unknown;
  /** True where a path parameter selects: an item that was seeded without the property then belongs to whichever parent is asked for. */
  readonly parent: boolean;
}

/** What a mock holds. */
export interface Collections {
  list(resource: MockResource, selections: readonly Selection[]): readonly Item[];
  /** The item with that key; undefined where the collection is seeded and has none such. */
  find(resource: MockResource, key: unknown): Item | undefined;
}

/** What an unseeded collection holds for each parent or filter. */
const defaultLength = 3;

/** Makes the collections of a mock. One that was not seeded answers any key with an item made for it. */
export function createCollections(
  { data, bodies }: { readonly data: MockData; readonly bodies: Bodies },
  seeds: Seeds,
): Collections {
  // What was answered, so that an item that a list has shown is the same item when it is retrieved.
  const shownLists = new Map<string, readonly Item[]>();
  const shownItems = new Map<string, Item>();

  const make = (resource: MockResource, key: unknown, given: Item): Item => {
    const name = `${resource.name}|${String(key)}`;
    const whole = { ...given, [resource.key]: key };
    const item = asItem(bodies.component(resource.schema, { purpose: name, given: whole }));
    shownItems.set(name, item);
    return item;
  };

  const makeList = (resource: MockResource, selections: readonly Selection[], scope: string): readonly Item[] => {
    const kind = { resource, data };
    const given = Object.fromEntries(
      selections.map(({ property, value }) => [property, fitProperty(kind, property, value)]),
    );
    const wantedKey = ownMember(given, resource.key);
    const keys = wantedKey === undefined ? makeKeys({ ...kind, bodies }, scope) : [wantedKey];
    const items = keys.map((key) => make(resource, key, given));
    // No item has a property that its schema forbids: such a filter finds nothing.
    return items.filter((item) => !itemIssue(kind, item));
  };

  const show = (resource: MockResource, selections: readonly Selection[]): readonly Item[] => {
    const scope = `${resource.name}|${canonicalJson(selections.map(({ property, value }) => [property, value]))}`;
    const items = shownLists.get(scope) ?? makeList(resource, selections, scope);
    shownLists.set(scope, items);
    return items;
  };

  return {
    list: (resource, selections) =>
      seeds.get(resource.name)?.flatMap((seeded) => select({ resource, data }, seeded, selections)) ??
      show(resource, selections),
    find: (resource, key) => {
      const seeded = seeds.get(resource.name);
      if (seeded) return seeded.find(({ item }) => String(item[resource.key]) === String(key))?.item;
      const shown = shownItems.get(`${resource.name}|${String(key)}`);
      return shown ?? make(resource, fitProperty({ resource, data }, resource.key, key), {});
    },
  };
}

/** The item where it is selected, with the properties filled in that its parent decides. */
function select(kind: Kind, { item, given }: SeededItem, selections: readonly Selection[]): readonly Item[] {
  const open = selections.filter(({ property, parent }) => parent && !Object.hasOwn(given, property));
  const isSelected = selections.every(
    (selection) => open.includes(selection) || equals(ownMember(item, selection.property), selection.value),
  );
  if (!isSelected) return [];
  const parents = open.map(({ property, value }): [string, unknown] => [property, fitProperty(kind, property, value)]);
  return [open.length === 0 ? item : { ...item, ...Object.fromEntries(parents) }];
}

function equals(property: unknown, value: unknown): boolean {
  if (Array.isArray(property)) return property.some((member) => equals(member, value));
  const text = scalarText(property);
  return text !== undefined && text === scalarText(value);
}

function makeKeys(kind: Kind & { readonly bodies: Bodies }, scope: string): readonly unknown[] {
  const { bodies, resource } = kind;
  if (hasNumericKey(kind)) {
    const first = bodies.random(scope).integer(1, 9999) * 10;
    return Array.from({ length: defaultLength }, (_, index) => first + index);
  }
  const schema: MockSchema = { type: "object", properties: { [resource.key]: propertySchema(kind, resource.key) } };
  return Array.from({ length: defaultLength }, (_, index) => {
    const made = asItem(bodies.value(schema, { purpose: `${scope}|${String(index)}` }));
    return made[resource.key];
  });
}

function asItem(value: unknown): Item {
  return isPlainObject(value) ? value : {};
}
