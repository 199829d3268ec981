import { Ajv, type ValidateFunction } from "ajv";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { isJsonObject, mapMembers, member, setMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { schemaName } from "./resolve-reference.ts";

/** Says why a sample is not valid, or undefined where it is. */
export type SampleCheck = (sample: JsonValue, schema: JsonObject) => string | undefined;

/** Keeps a schema called `constructor` apart from what every object has. */
const keyPrefix = "schema:";

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
    // Each check runs once: what makes a check fast, or looks at the schema for mistakes that compiling it shows too, takes three
    // quarters of the time.
    validateSchema: false,
    meta: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(absolute(toJsonSchema(schema)), keyPrefix + name);
  const reasons = new Map<string, string | undefined>();
  return (sample, schema) => {
    // Operations share their failures, so most questions come again.
    const key = JSON.stringify([sample, schema]);
    if (!reasons.has(key)) reasons.set(key, reasonAgainst(compile(ajv, schema), sample));
    return reasons.get(key);
  };
}

/** A component is compiled as it is: a schema that only refers to it would be compiled beside it. */
function compile(ajv: Ajv, schema: JsonObject): ValidateFunction {
  const name = Object.keys(schema).length === 1 ? schemaName(schema) : undefined;
  return (
    (name === undefined ? undefined : ajv.getSchema(keyPrefix + name)) ?? ajv.compile(absolute(toJsonSchema(schema)))
  );
}

function reasonAgainst(check: ValidateFunction, sample: JsonValue): string | undefined {
  if (check(sample)) return undefined;
  const [error] = check.errors ?? [];
  if (error === undefined) return "it is not valid";
  return `${error.instancePath === "" ? "it" : error.instancePath} ${error.message ?? ""}`;
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

/** A schema whose references name components by the key that they have here. */
function absolute(schema: JsonValue): JsonObject {
  const rewritten = rewrite(schema);
  return isJsonObject(rewritten) ? rewritten : {};
}

function rewrite(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(rewrite);
  if (!isJsonObject(value)) return value;
  return mapMembers(value, (entry, name) =>
    name === "$ref" && typeof entry === "string" ? toKey(entry) : rewrite(entry),
  );
}

/** `#/components/schemas/Pet/items` → `schema:Pet#/items`. */
function toKey(reference: string): string {
  const [, name, rest = ""] = /^#\/components\/schemas\/([^/]+)(\/.*)?$/.exec(reference) ?? [];
  return name === undefined ? reference : `${keyPrefix}${name}#${rest}`;
}
