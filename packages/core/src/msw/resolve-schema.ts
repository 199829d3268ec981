import type { MockSchema } from "./mock-data.ts";
import { ownMember } from "./own-member.ts";

const componentPrefix = "#/components/schemas/";

export type MockSchemas = Readonly<Record<string, MockSchema>>;

/** The component's name that a `$ref` stands for; undefined where the schema is no reference. */
export function componentName(schema: MockSchema): string | undefined {
  return schema.$ref?.startsWith(componentPrefix) ? schema.$ref.slice(componentPrefix.length) : undefined;
}

/**
 * Follows references until there is none. An unknown component, or a reference that leads back to itself, resolves to the
 * empty schema, which allows everything.
 */
export function resolveSchema(schema: MockSchema, schemas: MockSchemas): MockSchema {
  const seen = new Set<string>();
  let resolved = schema;
  for (let name = componentName(resolved); name !== undefined; name = componentName(resolved)) {
    if (seen.has(name)) return {};
    seen.add(name);
    resolved = ownMember(schemas, name) ?? {};
  }
  return resolved;
}

/** The schema with its `allOf` folded into it, as far as properties and keywords of one kind go. */
export function flattenSchema(schema: MockSchema, schemas: MockSchemas): MockSchema {
  return flatten(schema, schemas, []);
}

function flatten(schema: MockSchema, schemas: MockSchemas, within: readonly MockSchema[]): MockSchema {
  const resolved = resolveSchema(schema, schemas);
  if (!resolved.allOf || within.includes(resolved)) return resolved;
  const { allOf, ...own } = resolved;
  return [...allOf.map((part) => flatten(part, schemas, [...within, resolved])), own].reduce<MockSchema>(merge, {});
}

/** The components that a schema is made of: those it refers to itself and through `allOf`. */
export function componentNames(schema: MockSchema, schemas: MockSchemas): readonly string[] {
  return collectNames(schema, schemas, []);
}

function collectNames(schema: MockSchema, schemas: MockSchemas, found: readonly string[]): readonly string[] {
  const name = componentName(schema);
  if (name !== undefined) {
    return found.includes(name) ? found : collectNames(ownMember(schemas, name) ?? {}, schemas, [...found, name]);
  }
  return (schema.allOf ?? []).reduce((names, part) => collectNames(part, schemas, names), found);
}

/** What a schema says of one member of its objects; undefined where it says nothing. */
export function memberSchema(schema: MockSchema, name: string, schemas: MockSchemas): MockSchema | undefined {
  return ownMember(flattenSchema(schema, schemas).properties ?? {}, name);
}

function merge(first: MockSchema, second: MockSchema): MockSchema {
  const properties = { ...first.properties, ...second.properties };
  const required = [...new Set([...(first.required ?? []), ...(second.required ?? [])])];
  return {
    ...first,
    ...second,
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  };
}
