import { isJsonObject, member, objectMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { resolveReference } from "./resolve-reference.ts";

/** The schema of member `name` of `schema`, through references, `allOf` and alternatives; undefined where none declares it. */
export function propertySchema(
  document: JsonObject,
  schema: JsonValue | undefined,
  name: string,
): JsonValue | undefined {
  const resolved = resolveReference(document, schema);
  const own = member(objectMember(resolved, "properties"), name);
  if (own !== undefined) return own;
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((kind) => {
    const entries = member(resolved, kind);
    return Array.isArray(entries) ? entries : [];
  });
  for (const part of parts) {
    const found = propertySchema(document, part, name);
    if (found !== undefined) return found;
  }
  return undefined;
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
  const seen = new Set<JsonValue>();
  const pending: JsonValue[] = schema === undefined ? [] : [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (member(next, "format") === "binary") return true;
    pending.push(...(member(next, "$ref") === undefined ? innerSchemas(next) : [resolveReference(document, next)]));
  }
  return false;
}
