import { isJsonObject, member, type JsonValue } from "./json-value.ts";
import { schemaName } from "./resolve-reference.ts";

/** What stands for a schema that says nothing of the type. */
export const unknownType = "unknown";

/**
 * The kinds of value that a schema allows, as names: a component's name, a type, `bytes`, `null`, or {@link unknownType}. Spellings
 * that mean the same (`nullable`, a list of types, `anyOf` with null, `allOf` around one reference) give the same names.
 */
export function typeNames(schema: JsonValue | undefined): ReadonlySet<string> {
  if (!isJsonObject(schema)) return new Set([schema === false ? "never" : unknownType]);
  const names = new Set(ownNames(schema));
  if (member(schema, "nullable") === true) names.add("null");
  return names;
}

function ownNames(schema: JsonValue): Iterable<string> {
  const name = schemaName(schema);
  if (name !== undefined) return [name];
  const alternatives = member(schema, "oneOf") ?? member(schema, "anyOf");
  if (Array.isArray(alternatives)) return alternatives.flatMap((alternative) => [...typeNames(alternative)]);
  const parts = member(schema, "allOf");
  if (Array.isArray(parts) && member(schema, "properties") === undefined) {
    const names = parts.flatMap((part) => [...typeNames(part)]).filter((part) => part !== unknownType);
    return names.length > 1 ? [[...new Set(names)].sort().join(" & ")] : names.length === 1 ? names : [unknownType];
  }
  return plainNames(schema);
}

function plainNames(schema: JsonValue): Iterable<string> {
  const type = member(schema, "type");
  if (type === "string" && member(schema, "format") === "binary") return ["bytes"];
  if (typeof type === "string") return [type];
  if (Array.isArray(type)) return type.filter((one) => typeof one === "string");
  if (member(schema, "properties") !== undefined) return ["object"];
  const values = member(schema, "enum") ?? member(schema, "const");
  if (values === undefined) return [unknownType];
  return (Array.isArray(values) ? values : [values]).map((value) => (value === null ? "null" : typeof value));
}
