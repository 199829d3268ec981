import { resolvePointer } from "./json-pointer.ts";
import { isJsonObject, member, objectMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { resolveReference } from "./resolve-reference.ts";

/** The schema of member `name` of `schema`, through references, `allOf` and alternatives; undefined where none declares it. */
export function propertySchema(
  document: JsonObject,
  schema: JsonValue | undefined,
  name: string,
): JsonValue | undefined {
  for (const part of partsOf(document, schema, ["allOf", "oneOf", "anyOf"])) {
    const own = member(objectMember(part, "properties"), name);
    if (own !== undefined) return own;
  }
  return undefined;
}

/** Whether `schema` requires the member `name`, through references and `allOf`. */
export function requiresProperty(document: JsonObject, schema: JsonValue | undefined, name: string): boolean {
  for (const part of partsOf(document, schema, ["allOf"])) {
    const required = member(part, "required");
    if (Array.isArray(required) && required.includes(name)) return true;
  }
  return false;
}

/** A schema and what it is put together from, each once: a part may lead back to the whole. */
function* partsOf(
  document: JsonObject,
  schema: JsonValue | undefined,
  keywords: readonly string[],
): Generator<JsonObject, void, undefined> {
  const seen = new Set<JsonObject>();
  const pending = [schema];
  while (pending.length > 0) {
    const part = resolveReference(document, pending.shift());
    if (seen.has(part)) continue;
    seen.add(part);
    yield part;
    const parts = keywords.flatMap((keyword) => {
      const entries = member(part, keyword);
      return Array.isArray(entries) ? entries : [];
    });
    // The parts of a part before the next part.
    pending.unshift(...parts);
  }
}

/** The schema at `path` below `schema`, or undefined where a member on the way is not declared. */
export function schemaAt(
  document: JsonObject,
  schema: JsonValue | undefined,
  path: readonly string[],
): JsonValue | undefined {
  let current = schema;
  for (const name of path) {
    if (current === undefined) return undefined;
    current = propertySchema(document, current, name);
  }
  return current;
}

/** The schema of the entries where `schema` is a list, through references; undefined where it is no list. */
export function itemSchema(document: JsonObject, schema: JsonValue | undefined): JsonValue | undefined {
  const resolved = resolveReference(document, schema);
  const type = member(resolved, "type");
  const isList = type === "array" || (Array.isArray(type) && type.includes("array"));
  return isList ? (member(resolved, "items") ?? {}) : undefined;
}

/** The sub-schemas directly inside `schema`. */
export function innerSchemas(schema: JsonValue): JsonValue[] {
  if (!isJsonObject(schema)) return [];
  const lists = ["allOf", "anyOf", "oneOf", "prefixItems"].flatMap((name) => {
    const entries = member(schema, name);
    return Array.isArray(entries) ? entries : [];
  });
  const single = ["items", "additionalProperties", "not"].flatMap((name) => {
    const entry = member(schema, name);
    return isJsonObject(entry) ? [entry] : [];
  });
  return [...Object.values(objectMember(schema, "properties")), ...lists, ...single];
}

/** Every schema that these lead to, themselves included, through references; each once. */
export function schemasWithin(
  document: JsonObject,
  roots: readonly (JsonValue | undefined)[],
): ReadonlySet<JsonObject> {
  const seen = new Set<JsonObject>();
  const pending = roots.filter((root) => root !== undefined);
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    if (!isJsonObject(schema) || seen.has(schema)) continue;
    seen.add(schema);
    const reference = member(schema, "$ref");
    const target = typeof reference === "string" ? resolvePointer(document, reference.slice(1)) : undefined;
    pending.push(...(target === undefined ? [] : [target]), ...innerSchemas(schema));
  }
  return seen;
}

/** Whether a schema says nothing about what is valid. */
export function isJsonSchemaEmpty(schema: JsonValue | undefined): boolean {
  if (schema === undefined || schema === true) return true;
  return (
    isJsonObject(schema) &&
    Object.keys(schema).every((name) => name.startsWith("x-") || name === "description" || name === "title")
  );
}

/** Whether bytes can be part of what `schema` describes; a sample made of JSON has no value of such a type. */
export function holdsBytes(document: JsonObject, schema: JsonValue | undefined): boolean {
  return [...schemasWithin(document, [schema])].some((part) => member(part, "format") === "binary");
}
