import type { MockSchema } from "./mock-data.ts";
import { isPlainObject } from "../is-plain-object.ts";
import { ownMember } from "./own-member.ts";
import { resolveSchema, type MockSchemas } from "./resolve-schema.ts";
import { canonicalJson } from "./canonical-json.ts";
import { hasFormat } from "./string-format.ts";

/** One way in which a value breaks its schema. */
export interface SchemaIssue {
  /** JSON pointer to the place in the value; empty for the value itself. */
  readonly pointer: string;
  /** What must hold there, as `must be a string`. */
  readonly message: string;
}

interface Place {
  readonly pointer: string;
  readonly schemas: MockSchemas;
}

/**
 * Checks a value against a schema and lists every way in which it breaks it; empty for a valid value. Knows the keywords of
 * OpenAPI 3.0. A property whose value is undefined counts as absent, as JSON leaves it out.
 */
export function validate(schema: MockSchema, value: unknown, schemas: MockSchemas): readonly SchemaIssue[] {
  return check(schema, value, { pointer: "", schemas });
}

function check(reference: MockSchema, value: unknown, place: Place): readonly SchemaIssue[] {
  const schema = resolveSchema(reference, place.schemas);
  if (value === null && schema.nullable === true) return [];
  if (schema.type !== undefined && !hasType(schema, value)) return [issue(place, `must be ${typeName(schema)}`)];
  return [
    ...checkEnum(schema, value, place),
    ...checkCombinations(schema, value, place),
    ...(typeof value === "string" ? checkString(schema, value, place) : []),
    ...(typeof value === "number" ? checkNumber(schema, value, place) : []),
    ...(Array.isArray(value) ? checkArray(schema, value, place) : []),
    ...(isPlainObject(value) ? checkObject(schema, value, place) : []),
  ];
}

function hasType(schema: MockSchema, value: unknown): boolean {
  switch (schema.type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isPlainObject(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    case "string":
      return typeof value === "string" || (schema.format === "binary" && value instanceof Blob);
    default:
      return typeof value === schema.type;
  }
}

function typeName(schema: MockSchema): string {
  const article = schema.type === "array" || schema.type === "object" || schema.type === "integer" ? "an" : "a";
  return `${article} ${schema.type ?? "value"}${schema.nullable === true ? " or null" : ""}`;
}

function checkEnum(schema: MockSchema, value: unknown, place: Place): readonly SchemaIssue[] {
  if (
    !schema.enum ||
    schema["x-open-enum"] === true ||
    schema.enum.some((allowed) => canonicalJson(allowed) === canonicalJson(value))
  )
    return [];
  return [issue(place, `must be one of ${schema.enum.map((allowed) => JSON.stringify(allowed)).join(", ")}`)];
}

function checkCombinations(schema: MockSchema, value: unknown, place: Place): readonly SchemaIssue[] {
  const issues = (schema.allOf ?? []).flatMap((part) => check(part, value, place));
  const accepts = (part: MockSchema): boolean => check(part, value, place).length === 0;
  if (schema.anyOf && !schema.anyOf.some(accepts)) issues.push(issue(place, "must match at least one alternative"));
  if (schema.oneOf) {
    const matches = schema.oneOf.filter(accepts).length;
    if (matches !== 1) issues.push(issue(place, `must match exactly one alternative, and matches ${String(matches)}`));
  }
  if (schema.not && accepts(schema.not)) issues.push(issue(place, "must not match what is excluded"));
  return issues;
}

function checkString(schema: MockSchema, value: string, place: Place): readonly SchemaIssue[] {
  // JSON Schema counts characters, not UTF-16 units.
  const { length } = Array.from(value);
  return [
    ...unless(length >= (schema.minLength ?? 0), place, `must have at least ${String(schema.minLength)} characters`),
    ...unless(
      length <= (schema.maxLength ?? length),
      place,
      `must have at most ${String(schema.maxLength)} characters`,
    ),
    ...unless(matchesPattern(schema.pattern, value), place, `must match ${String(schema.pattern)}`),
    ...unless(
      schema.format === undefined || hasFormat(schema.format, value),
      place,
      `must have the format ${String(schema.format)}`,
    ),
  ];
}

function matchesPattern(pattern: string | undefined, value: string): boolean {
  return pattern === undefined || new RegExp(pattern, "u").test(value);
}

function checkNumber(schema: MockSchema, value: number, place: Place): readonly SchemaIssue[] {
  const { minimum = value, maximum = value, multipleOf } = schema;
  const above = schema.exclusiveMinimum === true && schema.minimum !== undefined ? value > minimum : value >= minimum;
  const below = schema.exclusiveMaximum === true && schema.maximum !== undefined ? value < maximum : value <= maximum;
  return [
    ...unless(
      above,
      place,
      `must be ${schema.exclusiveMinimum === true ? "more than" : "at least"} ${String(minimum)}`,
    ),
    ...unless(below, place, `must be ${schema.exclusiveMaximum === true ? "less than" : "at most"} ${String(maximum)}`),
    ...unless(
      multipleOf === undefined || Number.isInteger(value / multipleOf),
      place,
      `must be a multiple of ${String(multipleOf)}`,
    ),
  ];
}

function checkArray(schema: MockSchema, value: readonly unknown[], place: Place): readonly SchemaIssue[] {
  const { items, minItems = 0, maxItems = value.length } = schema;
  const distinct = schema.uniqueItems === true ? new Set(value.map(canonicalJson)).size : value.length;
  return [
    ...unless(value.length >= minItems, place, `must have at least ${String(minItems)} items`),
    ...unless(value.length <= maxItems, place, `must have at most ${String(maxItems)} items`),
    ...unless(distinct === value.length, place, "must have no item twice"),
    ...(items ? value.flatMap((item, index) => check(items, item, below(place, String(index)))) : []),
  ];
}

function checkObject(
  schema: MockSchema,
  value: Readonly<Record<string, unknown>>,
  place: Place,
): readonly SchemaIssue[] {
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  const missing = (schema.required ?? []).filter((name) => !names.includes(name));
  const { minProperties = 0, maxProperties = names.length } = schema;
  return [
    ...missing.map((name) => issue(below(place, name), "must be present")),
    ...unless(names.length >= minProperties, place, `must have at least ${String(minProperties)} properties`),
    ...unless(names.length <= maxProperties, place, `must have at most ${String(maxProperties)} properties`),
    ...names.flatMap((name) => checkMember({ schema, name, value: value[name], place: below(place, name) })),
  ];
}

interface Member {
  readonly schema: MockSchema;
  readonly name: string;
  readonly value: unknown;
  readonly place: Place;
}

function checkMember({ schema, name, value, place }: Member): readonly SchemaIssue[] {
  const declared = ownMember(schema.properties ?? {}, name);
  if (declared) return check(declared, value, place);
  if (schema.additionalProperties === false) return [issue(place, "must be absent: no such property")];
  return typeof schema.additionalProperties === "object" ? check(schema.additionalProperties, value, place) : [];
}

function unless(holds: boolean, place: Place, message: string): readonly SchemaIssue[] {
  return holds ? [] : [issue(place, message)];
}

function issue(place: Place, message: string): SchemaIssue {
  return { pointer: place.pointer, message };
}

function below(place: Place, name: string): Place {
  return { ...place, pointer: `${place.pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}` };
}
