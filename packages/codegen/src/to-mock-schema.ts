import { isJsonObject, mapMembers, member, setMember, type JsonObject, type JsonValue } from "./json-value.ts";

/** Members of a schema that decide what is valid, as OpenAPI 3.0 spells them, and whose values are data. */
const plain = new Set(
  (
    "$ref format nullable enum default required pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum " +
    "multipleOf minItems maxItems uniqueItems minProperties maxProperties readOnly writeOnly x-open-enum"
  ).split(" "),
);

/**
 * A schema as the mock reads it: OpenAPI 3.0, without documentation. What OpenAPI 3.1 says another way (a list of types, `const`,
 * numeric exclusive bounds) is put in the words of 3.0.
 */
export function toMockSchema(schema: JsonValue | undefined): JsonObject {
  const result: JsonObject = {};
  if (schema === false) return { not: {} };
  if (!isJsonObject(schema)) return result;
  for (const [name, value] of Object.entries(schema)) {
    if (plain.has(name)) setMember(result, name, value);
    else if (name === "type") setType(result, value);
    else if (name === "const") setMember(result, "enum", [value]);
    else if (name === "properties" && isJsonObject(value)) setMember(result, name, mapMembers(value, toMockSchema));
    else if (name === "additionalProperties")
      setMember(result, name, isJsonObject(value) ? toMockSchema(value) : value);
    else if (name === "items" || name === "not") setMember(result, name, toMockSchema(value));
    else if (["allOf", "oneOf", "anyOf"].includes(name) && Array.isArray(value))
      setMember(result, name, value.map(toMockSchema));
  }
  setExclusive(result, { exclusive: "exclusiveMinimum", bound: "minimum" });
  setExclusive(result, { exclusive: "exclusiveMaximum", bound: "maximum" });
  return result;
}

function setType(result: JsonObject, type: JsonValue): void {
  if (!Array.isArray(type)) {
    setMember(result, "type", type);
    return;
  }
  const kinds = type.filter((kind) => kind !== "null");
  const [only] = kinds;
  if (type.includes("null")) setMember(result, "nullable", true);
  if (kinds.length === 1 && only !== undefined) setMember(result, "type", only);
  else if (kinds.length > 1)
    setMember(
      result,
      "anyOf",
      kinds.map((kind) => ({ type: kind })),
    );
}

function setExclusive(result: JsonObject, { exclusive, bound }: { exclusive: string; bound: string }): void {
  const value = member(result, exclusive);
  if (typeof value !== "number") return;
  setMember(result, bound, value);
  setMember(result, exclusive, true);
}
