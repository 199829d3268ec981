import { isPlainObject } from "../is-plain-object.ts";
import type { MockSchema } from "./mock-data.ts";
import { flattenSchema, memberSchema, type MockSchemas } from "./resolve-schema.ts";

/** The values that a repeated name in a query stands for: a list where the schema says so, or where there are several. */
export function coerceValues(values: readonly string[], schema: MockSchema, schemas: MockSchemas): unknown {
  const { type, items } = flattenSchema(schema, schemas);
  if (type === "array") return values.map((value) => coerceText(value, items ?? {}, schemas));
  return values.length === 1 ? coerceText(values[0] ?? "", schema, schemas) : values;
}

/** The value that a text in a URL, a header or a form stands for; the text itself where it stands for none. */
export function coerceText(text: string, schema: MockSchema, schemas: MockSchemas): unknown {
  const { type, anyOf, oneOf } = flattenSchema(schema, schemas);
  if (isNumeric(type) && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  for (const alternative of type === undefined ? (anyOf ?? oneOf ?? []) : []) {
    const value = coerceText(text, alternative, schemas);
    if (value !== text) return value;
  }
  return text;
}

/** A form's fields as the values they stand for: numbers, lists, and objects that were written as JSON. */
export function coerceForm(body: unknown, schema: MockSchema, schemas: MockSchemas): unknown {
  if (!isPlainObject(body)) return body;
  const fields = Object.entries(body).map(([name, value]): [string, unknown] => {
    const declared = memberSchema(schema, name, schemas);
    return [name, declared ? coerceField(value, declared, schemas) : value];
  });
  return Object.fromEntries(fields);
}

function coerceField(value: unknown, schema: MockSchema, schemas: MockSchemas): unknown {
  const { type, items = {} } = flattenSchema(schema, schemas);
  if (type === "array") return [value].flat().map((member) => coerceField(member, items, schemas));
  if (typeof value !== "string") return value;
  return type === "object" ? parseOr(value) : coerceText(value, schema, schemas);
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function isNumeric(type: MockSchema["type"]): boolean {
  return type === "integer" || type === "number";
}
