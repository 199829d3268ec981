import { commentText } from "./emit-text.ts";
import {
  isJsonObject,
  mapMembers,
  member,
  objectMember,
  setMember,
  type JsonObject,
  type JsonValue,
} from "./json-value.ts";
import { responseSchemas } from "./response-schemas.ts";

/** Marks the schema that stands for "any other string" beside the known values of an enumeration. */
export const openStringFormat = "x-labelwire-open";

/** Members that only matter to people, and whose text would be written into comments as it is. */
const prose = new Set(["description", "summary", "title", "format"]);

/** Members whose values are data. `const` and `enum` become types, which the type writer escapes by itself. */
const data = new Set(["const", "enum"]);

/** Members that say nothing about types. Defaults and examples would be written into comments as they are. */
const dropped = new Set([
  "default",
  "example",
  "examples",
  "externalDocs",
  "servers",
  "tags",
  "security",
  "callbacks",
  "webhooks",
  "links",
]);

/** Members that map free names to descriptions. */
const named = new Set([
  "properties",
  "schemas",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "paths",
  "content",
  "$defs",
  "mapping",
]);

/**
 * The document as the type writer gets it: text made safe for comments, a default told as a sentence, extensions left out, and the
 * enumerations that a server answers with kept open, because a value that is added later must not be a lie of the types.
 */
export function prepareTypesDocument(document: JsonObject): JsonObject {
  const open = responseSchemas(document);

  function prepare(value: JsonValue, isNamed: boolean): JsonValue {
    if (Array.isArray(value)) return value.map((entry) => prepare(entry, false));
    if (!isJsonObject(value)) return value;
    const result: JsonObject = {};
    for (const [name, entry] of Object.entries(value)) {
      if (isNamed) setMember(result, name, prepare(entry, false));
      else if (name.startsWith("x-") || dropped.has(name)) continue;
      else if (prose.has(name) && typeof entry === "string") setMember(result, name, commentText(entry));
      else setMember(result, name, data.has(name) ? entry : prepare(entry, named.has(name) && !Array.isArray(entry)));
    }
    if (isNamed) return result;
    tellDefault(result, member(value, "default"));
    return open.has(value) ? openEnumeration(result) : result;
  }

  return withoutUnused(objectMember({ document: prepare(document, false) }, "document"));
}

/** Puts a scalar default into the description. Everything else about it is for the server to know. */
function tellDefault(schema: JsonObject, value: JsonValue | undefined): void {
  if (value === undefined || (typeof value === "object" && value !== null)) return;
  const description = member(schema, "description");
  const sentence = `Default: ${commentText(JSON.stringify(value))}.`;
  setMember(schema, "description", typeof description === "string" ? `${description} ${sentence}` : sentence);
}

/** `"a" | "b"` becomes `"a" | "b" | (string & {})`, which still completes the known values. */
function openEnumeration(schema: JsonObject): JsonObject {
  const { enum: values, type, ...rest } = schema;
  if (values === undefined || type !== "string") return schema;
  const known: JsonObject = { type, enum: values };
  return { ...rest, anyOf: [known, { type: "string", format: openStringFormat }] };
}

/** What a caller never sends or receives by itself. */
function withoutUnused(document: JsonObject): JsonObject {
  const components = objectMember(document, "components");
  if (member(components, "securitySchemes") === undefined) return document;
  const { securitySchemes: _schemes, ...kept } = components;
  return mapMembers(document, (value, name) => (name === "components" ? kept : value));
}
