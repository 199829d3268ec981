import { ConfigError } from "../errors.ts";
import { isPlainObject } from "../is-plain-object.ts";
import { scalarText } from "../scalar-text.ts";
import type { Bodies } from "./bodies.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { MockData, MockResource } from "./mock-data.ts";
import { ownMember } from "./own-member.ts";
import { flattenSchema, memberSchema } from "./resolve-schema.ts";
import { validate } from "./validate.ts";

/** An item of a collection. */
export type Item = Readonly<Record<string, unknown>>;

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

interface Seeded {
  readonly item: Item;
  readonly given: Item;
}

/** What an unseeded collection holds for each parent or filter. */
const defaultLength = 3;

/**
 * Makes the collections of a mock from its `state`. A collection that is not in `state` answers any key with an item made for it.
 *
 * @throws {ConfigError} for a collection that does not exist, and for an item that cannot be made valid.
 */
export function createCollections(
  { data, bodies }: { data: MockData; bodies: Bodies },
  state: Readonly<Record<string, unknown>>,
): Collections {
  const seeded = new Map(
    data.resources.flatMap((resource): [string, readonly Seeded[]][] => {
      const items = ownMember(state, resource.name);
      return items === undefined ? [] : [[resource.name, seedItems({ resource, data, bodies }, items)]];
    }),
  );
  // What lists have shown, by resource and key, so that what is retrieved afterwards is the same item.
  const shown = new Map<string, Item>();

  const make = (resource: MockResource, key: unknown, given: Item): Item => {
    const whole = { ...given, [resource.key]: key };
    return asItem(bodies.component(resource.schema, { purpose: `${resource.name}|${String(key)}`, given: whole }));
  };

  const show = (resource: MockResource, selections: readonly Selection[]): readonly Item[] => {
    const wantedKey = selections.find(({ property }) => property === resource.key)?.value;
    const given = Object.fromEntries(
      selections.map(({ property, value }) => [property, fitting({ resource, data }, property, value)]),
    );
    const keys = wantedKey === undefined ? makeKeys({ resource, data, bodies }, selections) : [wantedKey];
    return keys.map((key) => {
      const item = make(resource, key, given);
      shown.set(shownKey(resource, key), item);
      return item;
    });
  };

  return {
    list: (resource, selections) =>
      seeded.get(resource.name)?.flatMap((entry) => select({ resource, data }, entry, selections)) ??
      show(resource, selections),
    find: (resource, key) => {
      const items = seeded.get(resource.name);
      if (items) return items.find(({ item }) => String(item[resource.key]) === String(key))?.item;
      return shown.get(shownKey(resource, key)) ?? make(resource, fitting({ resource, data }, resource.key, key), {});
    },
  };
}

interface Kind {
  readonly resource: MockResource;
  readonly data: MockData;
}

function seedItems({ resource, data, bodies }: Kind & { bodies: Bodies }, items: unknown): readonly Seeded[] {
  const place = `state.${resource.name}`;
  if (!Array.isArray(items)) throw new ConfigError({ option: place, message: `${place} must be a list of items.` });
  const keys = new Set<string>();
  return items.map((given: unknown, index) => {
    const option = `${place}[${String(index)}]`;
    if (!isPlainObject(given)) throw new ConfigError({ option, message: `${option} must be an object.` });
    const item = asItem(completeSeed({ resource, data, bodies }, given, index));
    const [issue] = validate({ $ref: `#/components/schemas/${resource.schema}` }, item, data.schemas);
    if (issue) {
      throw new ConfigError({
        option,
        message: `${option} is no valid ${resource.schema}: ${issue.pointer || "the item"} ${issue.message}.`,
      });
    }
    const key = String(item[resource.key]);
    if (keys.has(key)) {
      throw new ConfigError({ option, message: `${option} has the same ${resource.key} as an item before it.` });
    }
    keys.add(key);
    return { item, given };
  });
}

function completeSeed({ resource, data, bodies }: Kind & { bodies: Bodies }, given: Item, index: number): unknown {
  const isNumbered = keyIsNumber({ resource, data });
  const key = isNumbered && ownMember(given, resource.key) === undefined ? { [resource.key]: index + 1 } : {};
  return bodies.component(resource.schema, {
    purpose: `${resource.name}|seeded|${String(index)}`,
    given: { ...key, ...given },
  });
}

/** The item where it is selected, with the properties filled in that its parent decides. */
function select(kind: Kind, { item, given }: Seeded, selections: readonly Selection[]): readonly Item[] {
  const open = selections.filter(({ property, parent }) => parent && !Object.hasOwn(given, property));
  const isSelected = selections.every(
    (selection) => open.includes(selection) || equals(ownMember(item, selection.property), selection.value),
  );
  if (!isSelected) return [];
  return [
    { ...item, ...Object.fromEntries(open.map(({ property, value }) => [property, fitting(kind, property, value)])) },
  ];
}

function equals(property: unknown, value: unknown): boolean {
  if (Array.isArray(property)) return property.some((member) => equals(member, value));
  const text = scalarText(property);
  return text !== undefined && text === scalarText(value);
}

/** The value as the property holds it: a list of one where the property is a list, a number where it is a number. */
function fitting({ resource, data }: Kind, property: string, value: unknown): unknown {
  const schema = memberSchema({ $ref: `#/components/schemas/${resource.schema}` }, property, data.schemas);
  const { type } = flattenSchema(schema ?? {}, data.schemas);
  if (type === "array" && !Array.isArray(value)) return [value];
  if ((type === "integer" || type === "number") && Number.isFinite(Number(value))) return Number(value);
  return type === "string" ? String(value) : value;
}

function makeKeys(
  { resource, data, bodies }: Kind & { bodies: Bodies },
  selections: readonly Selection[],
): readonly unknown[] {
  const scope = canonicalJson(selections.map(({ property, value }) => [property, value]));
  if (keyIsNumber({ resource, data })) {
    const first = bodies.random(`${resource.name}|${scope}`).integer(1, 9999) * 10;
    return Array.from({ length: defaultLength }, (_, index) => first + index);
  }
  return Array.from({ length: defaultLength }, (_, index) => {
    const purpose = `${resource.name}|${scope}|${String(index)}`;
    return asItem(bodies.component(resource.schema, { purpose }))[resource.key] ?? bodies.random(purpose).hex(24);
  });
}

function keyIsNumber({ resource, data }: Kind): boolean {
  const schema = memberSchema({ $ref: `#/components/schemas/${resource.schema}` }, resource.key, data.schemas);
  return schema?.type === "integer";
}

function shownKey(resource: MockResource, key: unknown): string {
  return `${resource.name}|${String(key)}`;
}

function asItem(value: unknown): Item {
  return isPlainObject(value) ? value : {};
}
