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
import { exactInteger } from "./mark-exact-integers.ts";
import { openEnum } from "./mark-open-enums.ts";
import { resolveReference } from "./resolve-reference.ts";

/** Marks the schema that stands for "any other string" beside the known values of an enumeration. */
export const openStringFormat = "x-labelwire-open";

/** Marks the schema that stands for a `bigint`, which JSON Schema does not know. */
export const bigintFormat = "x-labelwire-bigint";

/** The extension that lists values known of a string that can be others too, such as fields that a comma may join. */
const knownValues = "x-known-values";

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
 * The document as the type writer gets it: text made safe for comments, a default told as a sentence, extensions left out, and
 * enumerations that may grow kept open.
 */
export function prepareTypesDocument(document: JsonObject): JsonObject {
  function prepare(value: JsonValue, isNamed: boolean): JsonValue {
    if (Array.isArray(value)) return value.map((entry) => prepare(entry, false));
    if (!isJsonObject(value)) return value;
    const result: JsonObject = {};
    for (const [name, entry] of Object.entries(value)) {
      if (isNamed) setMember(result, name, prepare(entry, false));
      else if (name.startsWith("x-") || dropped.has(name)) continue;
      else if (name === "parameters" && Array.isArray(entry)) setMember(result, name, entry.map(prepareParameter));
      else if (prose.has(name) && typeof entry === "string") setMember(result, name, commentText(entry));
      else setMember(result, name, data.has(name) ? entry : prepare(entry, named.has(name) && !Array.isArray(entry)));
    }
    if (isNamed) return result;
    tellDefault(result, member(value, "default"));
    if (member(value, exactInteger) === "sent") return sentInteger(result);
    const known = member(value, knownValues);
    if (Array.isArray(known)) return openEnumeration({ ...result, enum: known.filter(isText) });
    return member(value, openEnum) === true ? openEnumeration(result) : result;
  }

  /** Written out in place, so that an editor shows `number` rather than the way to a shared parameter. */
  function prepareParameter(entry: JsonValue): JsonValue {
    const parameter = resolveReference(document, entry);
    const prepared = objectMember({ parameter: prepare(parameter, false) }, "parameter");
    tellDefault(prepared, member(resolveReference(document, member(parameter, "schema")), "default"));
    return prepared;
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

/** A 64-bit integer that is only sent: its digits, or what a program counts with. */
function sentInteger(schema: JsonObject): JsonObject {
  const { type: _type, format: _format, ...rest } = schema;
  return { ...rest, anyOf: [{ type: "string" }, { type: "integer", format: bigintFormat }, { type: "number" }] };
}

/** `"a" | "b"` becomes `"a" | "b" | (string & {})`, which still completes the known values. */
function openEnumeration(schema: JsonObject): JsonObject {
  const { enum: values, type, ...rest } = schema;
  if (!Array.isArray(values) || type !== "string") return schema;
  const known = values.map((value) => ({ type, enum: [value] }));
  return { ...rest, anyOf: [...known, { type: "string", format: openStringFormat }] };
}

function isText(value: JsonValue): value is string {
  return typeof value === "string";
}

/** What no type refers to: security schemes, and parameters, which stand where they are used. */
function withoutUnused(document: JsonObject): JsonObject {
  const { securitySchemes: _schemes, parameters: _parameters, ...components } = objectMember(document, "components");
  return mapMembers(document, (value, name) => (name === "components" ? components : value));
}
