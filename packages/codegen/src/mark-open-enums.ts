import {
  copyJson,
  isJsonObject,
  member,
  objectMember,
  setMember,
  type JsonObject,
  type JsonValue,
} from "./json-value.ts";
import { httpMethods } from "./openapi.ts";
import { resolveReference } from "./resolve-reference.ts";
import { schemasWithin } from "./schema-walk.ts";

/** The extension that says whether values may be added to an enumeration later. */
export const openEnum = "x-open-enum";

/**
 * A copy of the document in which every enumeration that a server answers with carries `x-open-enum: true`: a server may add
 * values, and a type has to be true before it is strict. One that is also sent counts too. The overlay can say `x-open-enum`
 * itself, `true` anywhere or `false` to keep one closed.
 */
export function markOpenEnums(document: JsonObject): JsonObject {
  const copied = copyJson(document);
  if (!isJsonObject(copied)) return document;
  for (const schema of schemasWithin(copied, responseSchemas(copied))) {
    if (isOpenByDefault(schema)) setMember(schema, openEnum, true);
  }
  return copied;
}

/** One value is a constant: it tells kinds apart, and opening it would end that. */
function isOpenByDefault(schema: JsonObject): boolean {
  const values = member(schema, "enum");
  return Array.isArray(values) && values.length > 1 && member(schema, openEnum) === undefined;
}

function responseSchemas(document: JsonObject): JsonValue[] {
  const operations = Object.values(objectMember(document, "paths")).flatMap((item) =>
    httpMethods.map((method) => objectMember(item, method)),
  );
  return operations.flatMap((operation) =>
    Object.values(objectMember(operation, "responses"))
      .flatMap((response) => Object.values(objectMember(resolveReference(document, response), "content")))
      .flatMap((media) => member(media, "schema") ?? []),
  );
}
