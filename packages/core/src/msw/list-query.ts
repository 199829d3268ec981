import { isPlainObject } from "../is-plain-object.ts";
import { scalarText } from "../scalar-text.ts";
import type { Exchange } from "./exchange.ts";
import type { MockResourceOperation } from "./mock-data.ts";
import { ownMember } from "./own-member.ts";
import { readProperty } from "./property-path.ts";
import type { Item } from "./seed-items.ts";

/** A property that must equal a value for an item to be in a list. */
export interface Selection {
  /** A property, or one inside another, such as `owner.name`. */
  readonly property: string;
  readonly value: unknown;
  /** True where a path parameter or a member of the body selects: an item that was seeded without the property then belongs to whichever parent is asked for. */
  readonly parent: boolean;
}

/** A text that must be in one of a few properties. */
export interface Search {
  readonly text: string;
  readonly fields: readonly string[];
}

/** A property to order by. */
export interface Order {
  readonly property: string;
  readonly descending: boolean;
}

/** Which items a list is asked for, and in which order. */
export interface ListQuery {
  readonly selections: readonly Selection[];
  readonly search?: Search | undefined;
  readonly order?: readonly Order[];
}

/** Reads what a request asks of a list. */
export function readListQuery(exchange: Exchange, role: MockResourceOperation): ListQuery {
  return {
    selections: readSelections(exchange, role),
    search: readSearch(exchange, role),
    order: readOrder(exchange, role),
  };
}

/** The properties that a request's path and query give a value for, or its body, where a list is asked for by POST. */
export function readSelections(
  { params, body }: Exchange,
  { filters = {} }: MockResourceOperation,
): readonly Selection[] {
  return Object.entries(filters).flatMap(([parameter, property]): readonly Selection[] => {
    const own = ownMember(params.path, parameter) ?? (isPlainObject(body) ? ownMember(body, parameter) : undefined);
    const value = own ?? ownMember(params.query, parameter);
    return value === undefined || value === "" ? [] : [{ property, value, parent: own !== undefined }];
  });
}

/** True where the property holds the value, or a list that does. Numbers and their text are the same in a URL. */
export function holds(property: unknown, value: unknown): boolean {
  if (value === null) return property === null || property === undefined;
  if (Array.isArray(value)) return value.some((one) => holds(property, one));
  if (Array.isArray(property)) return property.some((member) => holds(member, value));
  const text = scalarText(property);
  return text !== undefined && text === scalarText(value);
}

/** True where one of the searched properties has the text in it, in capitals or not. */
export function isFound(item: Item, { text, fields }: Search): boolean {
  const wanted = text.toLowerCase();
  return fields.some((field) => scalarText(readProperty(item, field))?.toLowerCase().includes(wanted) === true);
}

/** Orders items by one property after the other; equal ones stay as they were. */
export function sortItems(items: readonly Item[], order: readonly Order[]): readonly Item[] {
  const compare = (first: Item, second: Item): number => {
    for (const { property, descending } of order) {
      const difference = compareValues(readProperty(first, property), readProperty(second, property));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  };
  return order.length === 0 ? items : [...items].sort(compare);
}

function readSearch({ params }: Exchange, { search }: MockResourceOperation): Search | undefined {
  const text = search && scalarText(ownMember(params.query, search.parameter));
  return search && text !== undefined && text !== "" ? { text, fields: search.fields } : undefined;
}

function readOrder({ params }: Exchange, { sort }: MockResourceOperation): readonly Order[] {
  const sent = sort && ownMember(params.query, sort.parameter);
  const names = (Array.isArray(sent) ? sent : [sent]).flatMap((value) => scalarText(value)?.split(",") ?? []);
  return names
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => {
      const bare = name.replace(/^[-+]/, "");
      return { property: ownMember(sort?.fields ?? {}, bare) ?? bare, descending: name.startsWith("-") };
    });
}

/** What has no value comes last, as most databases order it. */
function compareValues(first: unknown, second: unknown): number {
  if (typeof first === "number" && typeof second === "number") return first - second;
  const [one, other] = [scalarText(first), scalarText(second)];
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one === other ? 0 : one < other ? -1 : 1;
}
