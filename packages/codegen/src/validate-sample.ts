import { Ajv } from "ajv";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { isJsonObject, mapMembers, member, setMember, type JsonObject, type JsonValue } from "./json-value.ts";

/** Says why a sample is not valid, or undefined where it is. */
export type SampleCheck = (sample: JsonValue, schema: JsonObject) => string | undefined;

/**
 * Makes a check of samples against schemas in the words of the mock.
 *
 * @param schemas - The component schemas, which references name.
 */
export function createSampleCheck(schemas: JsonObject): SampleCheck {
  const ajv = new Ajv({
    strict: false,
    allErrors: false,
    validateFormats: true,
    formats: { ...fullFormats },
    logger: false,
  });
  ajv.addSchema({ $id: "spec", components: { schemas: mapMembers(schemas, toJsonSchema) } });
  return (sample, schema) => {
    const check = ajv.compile(absolute(toJsonSchema(schema)));
    if (check(sample)) return undefined;
    const [error] = check.errors ?? [];
    return error === undefined
      ? "it is not valid"
      : `${error.instancePath === "" ? "it" : error.instancePath} ${error.message ?? ""}`;
  };
}

/** JSON Schema (draft 7) for what OpenAPI 3.0 says in words of its own: `nullable` and exclusive bounds that are flags. */
function toJsonSchema(schema: JsonValue): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const result: JsonObject = {};
  for (const [name, value] of Object.entries(schema)) {
    if (["nullable", "exclusiveMinimum", "exclusiveMaximum", "default", "readOnly", "writeOnly"].includes(name))
      continue;
    if (name === "properties" && isJsonObject(value)) setMember(result, name, mapMembers(value, toJsonSchema));
    else if (["allOf", "oneOf", "anyOf"].includes(name) && Array.isArray(value))
      setMember(result, name, value.map(toJsonSchema));
    else if (["items", "not", "additionalProperties"].includes(name)) setMember(result, name, toJsonSchema(value));
    else if (name === "minimum" && member(schema, "exclusiveMinimum") === true)
      setMember(result, "exclusiveMinimum", value);
    else if (name === "maximum" && member(schema, "exclusiveMaximum") === true)
      setMember(result, "exclusiveMaximum", value);
    else setMember(result, name, value);
  }
  return member(schema, "nullable") === true ? { anyOf: [{ type: "null" }, result] } : result;
}

/** References of a schema that stands alone, pointed at the shared components. */
function absolute(schema: JsonValue): JsonObject {
  const rewritten = rewrite(schema);
  return isJsonObject(rewritten) ? rewritten : {};
}

function rewrite(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(rewrite);
  if (!isJsonObject(value)) return value;
  return mapMembers(value, (entry, name) =>
    name === "$ref" && typeof entry === "string" && entry.startsWith("#/") ? `spec${entry}` : rewrite(entry),
  );
}
