import { resolvePointer } from "./json-pointer.ts";
import { isJsonObject, member, objectMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { httpMethods } from "./openapi.ts";
import { resolveReference } from "./resolve-reference.ts";
import { innerSchemas } from "./schema-walk.ts";

/**
 * The schemas of `document` (by identity) that describe what a server answers, and that a server may add values to. A schema that
 * is both sent and answered counts: a type has to be true before it is strict.
 */
export function responseSchemas(document: JsonObject): ReadonlySet<JsonValue> {
  const found = new Set<JsonValue>();
  const pending: JsonValue[] = responseContents(document);
  for (let schema = pending.pop(); schema !== undefined; schema = pending.pop()) {
    if (found.has(schema) || !isJsonObject(schema)) continue;
    found.add(schema);
    const reference = member(schema, "$ref");
    const target = typeof reference === "string" ? resolvePointer(document, reference.slice(1)) : undefined;
    pending.push(...(target === undefined ? [] : [target]), ...innerSchemas(schema));
  }
  // One value is a constant: it tells kinds apart, and opening it would end that.
  return new Set([...found].filter((schema) => enumeration(schema).length > 1));
}

function enumeration(schema: JsonValue): JsonValue[] {
  const values = member(schema, "enum");
  return Array.isArray(values) ? values : [];
}

function responseContents(document: JsonObject): JsonValue[] {
  const operations = Object.values(objectMember(document, "paths")).flatMap((item) =>
    httpMethods.map((method) => objectMember(item, method)),
  );
  return operations.flatMap((operation) =>
    Object.values(objectMember(operation, "responses"))
      .flatMap((response) => Object.values(objectMember(resolveReference(document, response), "content")))
      .flatMap((media) => member(media, "schema") ?? []),
  );
}
