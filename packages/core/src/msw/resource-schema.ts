import { scalarText } from "../scalar-text.ts";
import type { MockData, MockResource, MockSchema } from "./mock-data.ts";
import { propertyPath } from "./property-path.ts";
import { flattenSchema, memberSchema } from "./resolve-schema.ts";
import { validate, type SchemaIssue } from "./validate.ts";

/** A collection together with the specification that its schema is in. */
export interface Kind {
  readonly resource: MockResource;
  readonly data: MockData;
}

/** What the collection's schema says of one property of its items, or of one inside another, such as `owner.name`. */
export function propertySchema(kind: Kind, property: string): MockSchema {
  const { schemas } = kind.data;
  const schema = pathOf(kind, property).reduce<MockSchema>(
    (parent, name) => memberSchema(parent, name, schemas) ?? {},
    itemSchema(kind),
  );
  return flattenSchema(schema, schemas);
}

/** The members that lead to a property of an item. */
export function pathOf(kind: Kind, property: string): readonly string[] {
  return propertyPath(property, (name) => declares(kind, name));
}

/** True for a property that items of the collection have, and that is not only ever sent. */
export function declares(kind: Kind, property: string): boolean {
  const schema = memberSchema(itemSchema(kind), property, kind.data.schemas);
  return schema !== undefined && flattenSchema(schema, kind.data.schemas).writeOnly !== true;
}

/** True where items are told apart by number. */
export function hasNumericKey(kind: Kind): boolean {
  return propertySchema(kind, kind.resource.key).type === "integer";
}

/** The value as the property holds it: a list of one where the property is a list, a number where it is a number. */
export function fitProperty(kind: Kind, property: string, value: unknown): unknown {
  const { type } = propertySchema(kind, property);
  if (value === null) return null;
  if (type === "array" && !Array.isArray(value)) return [value];
  if ((type === "integer" || type === "number") && Number.isFinite(Number(value))) return Number(value);
  return type === "string" ? (scalarText(value) ?? value) : value;
}

/** The ways in which an item breaks the collection's schema; empty for a valid one. */
export function itemIssues(kind: Kind, item: unknown): readonly SchemaIssue[] {
  return validate(itemSchema(kind), item, kind.data.schemas);
}

function itemSchema({ resource }: Kind): MockSchema {
  return { $ref: `#/components/schemas/${resource.schema}` };
}
