import {
  copyJson,
  isJsonObject,
  member,
  objectMember,
  setMember,
  type JsonObject,
  type JsonValue,
} from "./json-value.ts";
import { resolvePointer } from "./json-pointer.ts";
import { sampleNumber } from "./sample-number.ts";
import { sampleString } from "./sample-string.ts";

/** Nothing can be made: a required member leads back to itself for ever. */
const impossible = Symbol("impossible");
type Sample = JsonValue | typeof impossible;

/**
 * Makes one value for a schema, always the same one: the example where there is one, else the first known value, else the plainest
 * that fits. All properties are given, but where a schema leads back to itself, and where there would be thousands: then what is not
 * required is followed only so far.
 *
 * @param document - What references are resolved in.
 * @param schema - In the words of the specification or of the mock.
 * @returns undefined where a required member needs itself.
 */
export function sampleSchema(document: JsonObject, schema: JsonValue | undefined): JsonValue | undefined {
  for (const depth of [Infinity, 4, 2, 1, 0]) {
    const counter = { left: mostValues };
    const made = make(schema ?? {}, { document, within: [], depth, counter, isLeaf: false });
    if (counter.left >= 0) return made === impossible ? undefined : made;
  }
  return undefined;
}

/** Many times what a person reads of a sample. Schemas that refer to each other have as many values as there are ways between them. */
const mostValues = 5_000;

interface Surroundings {
  readonly document: JsonObject;
  /** References that are being followed. */
  readonly within: readonly string[];
  /** How many references one in the other are followed to what is not required. */
  readonly depth: number;
  /** Values that may still be made. */
  readonly counter: { left: number };
  /** True where no reference is followed. */
  readonly isLeaf: boolean;
}

function make(schema: JsonValue, around: Surroundings): Sample {
  around.counter.left -= 1;
  // Whatever it is: it will not be used.
  if (around.counter.left < 0) return null;
  if (!isJsonObject(schema)) return schema === false ? impossible : {};
  const reference = member(schema, "$ref");
  if (typeof reference === "string") return follow(reference, around);
  const given = givenValue(schema);
  if (given !== undefined) return copyJson(given);
  const combined = combine(schema, around);
  if (combined !== undefined) return combined;
  return makeByType(schema, around);
}

function follow(reference: string, around: Surroundings): Sample {
  const { document, within, isLeaf } = around;
  if (isLeaf || within.includes(reference)) return impossible;
  const target = resolvePointer(document, reference.slice(1));
  return target === undefined ? impossible : make(target, { ...around, within: [...within, reference] });
}

/** A value that the schema itself holds. */
function givenValue(schema: JsonObject): JsonValue | undefined {
  const examples = member(schema, "examples");
  const values = member(schema, "enum");
  return (
    member(schema, "example") ??
    (Array.isArray(examples) ? examples[0] : undefined) ??
    member(schema, "const") ??
    member(schema, "default") ??
    (Array.isArray(values) ? values[0] : undefined)
  );
}

/** `allOf` put together, or the first alternative that can be made. */
function combine(schema: JsonObject, around: Surroundings): Sample | undefined {
  const all = member(schema, "allOf");
  const alternatives = member(schema, "oneOf") ?? member(schema, "anyOf");
  if (!Array.isArray(all) && !Array.isArray(alternatives)) return undefined;
  const parts: Sample[] = Array.isArray(all) ? all.map((part) => make(part, around)) : [];
  if (Array.isArray(alternatives)) parts.push(makeFirst(alternatives, around));
  if (member(schema, "properties") !== undefined) parts.push(makeObject(schema, around));
  if (parts.includes(impossible)) return member(schema, "nullable") === true ? null : impossible;
  const objects = parts.filter(isJsonObject);
  if (objects.length !== parts.length)
    return parts.find((part) => !isJsonObject(part) || Object.keys(part).length > 0) ?? {};
  const merged: JsonObject = {};
  for (const part of objects) for (const [name, value] of Object.entries(part)) setMember(merged, name, value);
  return merged;
}

function makeFirst(alternatives: readonly JsonValue[], around: Surroundings): Sample {
  for (const alternative of alternatives) {
    const made = make(alternative, around);
    if (made !== impossible) return made;
  }
  return impossible;
}

function makeByType(schema: JsonObject, around: Surroundings): Sample {
  const type = member(schema, "type");
  const kind = Array.isArray(type) ? (type.find((one) => one !== "null") ?? "null") : type;
  switch (kind ?? (member(schema, "properties") === undefined ? undefined : "object")) {
    case "string":
      return sampleString(schema);
    case "integer":
    case "number":
      return sampleNumber(schema);
    case "boolean":
      return true;
    case "array":
      return makeArray(schema, around);
    case "object":
      return makeObject(schema, around);
    case "null":
      return null;
    default:
      return {};
  }
}

function makeArray(schema: JsonObject, around: Surroundings): Sample {
  const minimum = member(schema, "minItems");
  const maximum = member(schema, "maxItems");
  const count = typeof minimum === "number" ? Math.max(1, minimum) : 1;
  const item = maximum === 0 ? impossible : make(member(schema, "items") ?? {}, around);
  if (item === impossible) return typeof minimum === "number" && minimum > 0 ? impossible : [];
  return Array.from({ length: Math.min(count, 100) }, () => copyJson(item));
}

function makeObject(schema: JsonObject, around: Surroundings): Sample {
  const required = member(schema, "required");
  const result: JsonObject = {};
  for (const [name, property] of Object.entries(objectMember(schema, "properties"))) {
    const isRequired = Array.isArray(required) && required.includes(name);
    const isLeaf = around.isLeaf || (!isRequired && around.within.length > around.depth);
    const value = make(property, { ...around, isLeaf });
    if (value !== impossible) setMember(result, name, value);
    else if (member(property, "nullable") === true) setMember(result, name, null);
    else if (isRequired) return member(schema, "nullable") === true ? null : impossible;
  }
  return addRequired(schema, { result, around });
}

/** Members that are required but described only by `additionalProperties`. */
function addRequired(schema: JsonObject, { result, around }: { result: JsonObject; around: Surroundings }): Sample {
  const required = member(schema, "required");
  for (const name of Array.isArray(required) ? required : []) {
    if (typeof name !== "string" || Object.hasOwn(result, name)) continue;
    const additional = member(schema, "additionalProperties");
    const value = make(isJsonObject(additional) ? additional : {}, around);
    if (value === impossible) return impossible;
    setMember(result, name, value);
  }
  return result;
}
