import { dataLiteral, objectLiteral } from "./emit-text.ts";
import { toPointer } from "./json-pointer.ts";
import { isJsonObject, member, objectMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { exactInteger } from "./mark-exact-integers.ts";
import type { Specification, SpecOperation } from "./openapi.ts";
import { bodyShape, successShape } from "./operation-types.ts";
import { resolveReference } from "./resolve-reference.ts";
import { innerSchemas, schemasWithin } from "./schema-walk.ts";
import type { Problem } from "./spec-error.ts";

/** Where one operation has 64-bit integers, as JSON pointers with `*` for every item of a list and every member of a map. */
export interface IntegerPlaces {
  /** Below `/path`, `/query` and `/body`. */
  readonly sent: readonly string[];
  /** In the body of a success. */
  readonly answered: readonly string[];
}

/** Finds them in a document that has been marked; undefined where there are none. */
export function operationIntegers(document: JsonObject, operation: SpecOperation): IntegerPlaces | undefined {
  const parameters = operation.parameters.flatMap(({ in: place, name, schema }) =>
    schemaIntegers(document, schema).map((pointer) => toPointer([place, name]) + pointer),
  );
  const body = operation.body === undefined ? undefined : bodyShape(operation.body);
  const inBody = schemaIntegers(document, body?.media.schema).map((pointer) => `/body${pointer}`);
  const answers = successShape(operation).answers.flatMap(({ media }) => schemaIntegers(document, media?.schema));
  const places = { sent: [...parameters, ...inBody], answered: [...new Set(answers)] };
  return places.sent.length + places.answered.length === 0 ? undefined : places;
}

/** The places as the run time takes them. */
export function integersLiteral({ sent, answered }: IntegerPlaces): string {
  return objectLiteral([
    ...(sent.length === 0 ? [] : [["sent", dataLiteral([...sent])] as const]),
    ...(answered.length === 0 ? [] : [["answered", dataLiteral([...answered])] as const]),
  ]);
}

/** Refuses 64-bit integers in a schema that holds itself: a list of places cannot say how deep they are. */
export function checkIntegers({ document, schemas }: Specification, file: string): Problem[] {
  return Object.keys(schemas)
    .filter((name) => holdsItself(document, name) && leadsToInteger(document, `#/components/schemas/${name}`))
    .map((name) => ({
      file,
      pointer: toPointer(["components", "schemas", name]),
      problem: `${name} has 64-bit integers and holds itself, so that they have no fixed place`,
      mend: "drop the format of the integers in the description or its overlay, or end the recursion there",
    }));
}

function holdsItself(document: JsonObject, name: string): boolean {
  const own = `#/components/schemas/${name}`;
  const inside = innerSchemas(resolveReference(document, { $ref: own }));
  return [...schemasWithin(document, inside)].some((schema) => member(schema, "$ref") === own);
}

/** The places of 64-bit integers in what `schema` describes. A schema inside itself is followed once. */
export function schemaIntegers(document: JsonObject, schema: JsonValue | undefined): readonly string[] {
  return [...new Set(find(schema, { document, within: [], leads: new Map() }))];
}

interface Surroundings {
  readonly document: JsonObject;
  /** References that are being followed. */
  readonly within: readonly string[];
  /** Whether a reference leads to such an integer: there are many ways through schemas that refer to each other, and few lead to one. */
  readonly leads: Map<string, boolean>;
}

function leadsToInteger(document: JsonObject, reference: string): boolean {
  return [...schemasWithin(document, [{ $ref: reference }])].some(
    (schema) => member(schema, exactInteger) !== undefined,
  );
}

function find(schema: JsonValue | undefined, around: Surroundings): string[] {
  if (!isJsonObject(schema)) return [];
  const reference = member(schema, "$ref");
  if (typeof reference === "string") {
    const leads = around.leads.get(reference) ?? leadsToInteger(around.document, reference);
    around.leads.set(reference, leads);
    if (!leads || around.within.includes(reference)) return [];
    return find(resolveReference(around.document, schema), { ...around, within: [...around.within, reference] });
  }
  if (member(schema, exactInteger) !== undefined) return [""];
  const below = (segment: string, inner: JsonValue | undefined): string[] =>
    find(inner, around).map((pointer) => toPointer([segment]) + pointer);
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((name) => {
    const entries = member(schema, name);
    return Array.isArray(entries) ? entries.flatMap((entry) => find(entry, around)) : [];
  });
  return [
    ...parts,
    ...Object.entries(objectMember(schema, "properties")).flatMap(([name, property]) => below(name, property)),
    ...below("*", member(schema, "items")),
    ...below("*", member(schema, "additionalProperties")),
  ];
}
