import type { MockData, MockResource, MockSchema } from "./mock-data.ts";
import { flattenSchema, memberSchema } from "./resolve-schema.ts";
import { validate, type SchemaIssue } from "./validate.ts";

/** A collection together with the specification that its schema is in. */
export interface Kind {
  readonly resource: MockResource;
  readonly data: MockData;
}

/** What the collection's schema says of one property of its items. */
export function propertySchema({ resource, data }: Kind, property: string): MockSchema {
  const schema = memberSchema({ $ref: `#/components/schemas/${resource.schema}` }, property, data.schemas);
  return flattenSchema(schema ?? {}, data.schemas);
}

/** True where items are told apart by number. */
export function hasNumericKey(kind: Kind): boolean {
  return propertySchema(kind, kind.resource.key).type === "integer";
}

/** The value as the property holds it: a list of one where the property is a list, a number where it is a number. */
export function fitProperty(kind: Kind, property: string, value: unknown): unknown {
  const { type } = propertySchema(kind, property);
  if (type === "array" && !Array.isArray(value)) return [value];
  if ((type === "integer" || type === "number") && Number.isFinite(Number(value))) return Number(value);
  return type === "string" ? String(value) : value;
}

/** The first way in which an item breaks the collection's schema; undefined for a valid one. */
export function itemIssue({ resource, data }: Kind, item: unknown): SchemaIssue | undefined {
  return validate({ $ref: `#/components/schemas/${resource.schema}` }, item, data.schemas)[0];
}
