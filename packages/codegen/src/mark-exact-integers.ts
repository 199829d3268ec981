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

/** The extension that marks what was a 64-bit integer: `"sent"` where it is only ever sent, else `"answered"`. */
export const exactInteger = "x-labelwire-integer";

/** Members whose values are data: what looks like a schema there is none. */
const data = new Set(["enum", "const", "example", "examples", "default"]);

/**
 * A copy of the document in which a 64-bit integer (`format: int64`) is what a program holds of it: a string of digits, because a
 * number would round it. One that is both sent and answered counts as answered, since a string can be sent too.
 */
export function markExactIntegers(document: JsonObject): JsonObject {
  const copied = copyJson(document);
  if (!isJsonObject(copied)) return document;
  const answered = reachable(copied, "responses");
  const sent = reachable(copied, "requestBody");
  // A schema that is neither sent nor answered may be either later; a string is right for both.
  const use = (schema: JsonValue): string => (sent.has(schema) && !answered.has(schema) ? "sent" : "answered");
  const mark = (value: JsonValue): void => {
    if (Array.isArray(value)) {
      value.forEach(mark);
      return;
    }
    if (!isJsonObject(value)) return;
    if (isLongInteger(value)) markInteger(value, use(value));
    for (const [name, entry] of Object.entries(value)) if (!data.has(name)) mark(entry);
  };
  mark(copied);
  for (const parameter of parametersOf(copied)) markSent(parameter);
  return copied;
}

function isLongInteger(schema: JsonObject): boolean {
  const type = member(schema, "type");
  const isInteger = type === "integer" || (Array.isArray(type) && type.includes("integer"));
  return isInteger && member(schema, "format") === "int64" && member(schema, "enum") === undefined;
}

function markInteger(schema: JsonObject, use: string): void {
  const type = member(schema, "type");
  setMember(
    schema,
    "type",
    Array.isArray(type) ? type.map((kind) => (kind === "integer" ? "string" : kind)) : "string",
  );
  setMember(schema, exactInteger, use);
  for (const name of ["default", "example"]) {
    const value = member(schema, name);
    if (typeof value === "number") setMember(schema, name, String(value));
  }
}

/** A parameter's own schema is sent and nothing else. */
function markSent(parameter: JsonObject): void {
  const schema = member(parameter, "schema");
  for (const each of [schema, member(schema, "items")]) {
    if (isJsonObject(each) && member(each, exactInteger) !== undefined) setMember(each, exactInteger, "sent");
  }
}

function parametersOf(document: JsonObject): JsonObject[] {
  const items = Object.values(objectMember(document, "paths"));
  return [...items, ...items.flatMap((item) => httpMethods.map((method) => member(item, method)))].flatMap((holder) => {
    const parameters = member(holder, "parameters");
    return Array.isArray(parameters) ? parameters.map((parameter) => resolveReference(document, parameter)) : [];
  });
}

/** Every schema that can be part of what all operations send, or answer. */
function reachable(document: JsonObject, side: "responses" | "requestBody"): ReadonlySet<JsonValue> {
  const operations = Object.values(objectMember(document, "paths")).flatMap((item) =>
    httpMethods.map((method) => objectMember(item, method)),
  );
  const holders = operations.flatMap((operation) => {
    const holder = member(operation, side);
    return side === "responses" && isJsonObject(holder) ? Object.values(holder) : holder === undefined ? [] : [holder];
  });
  const roots = holders
    .flatMap((holder) => Object.values(objectMember(resolveReference(document, holder), "content")))
    .map((media) => member(media, "schema"));
  return schemasWithin(document, roots);
}
