import { toPointer } from "./json-pointer.ts";
import { mapMembers, setMember, type JsonObject, type JsonValue } from "./json-value.ts";
import type { Specification } from "./openapi.ts";
import { sampleSchema } from "./sample-schema.ts";
import { isJsonSchemaEmpty } from "./schema-walk.ts";
import type { Problem } from "./spec-error.ts";
import { toMockSchema } from "./to-mock-schema.ts";
import { createSampleCheck, type SampleCheck } from "./validate-sample.ts";

/** Samples that were made and found valid. */
export interface Samples {
  /** One for each component schema. */
  readonly components: JsonObject;
  /** Makes and checks the sample of a schema that is written in place; undefined where the schema says nothing. */
  of(schema: JsonValue | undefined, place: SamplePlace): JsonValue | undefined;
  /** What could not be made. */
  readonly problems: Problem[];
}

/** Where a schema is, and the example that the specification gives beside it. */
export interface SamplePlace {
  readonly pointer: string;
  readonly example?: JsonValue;
}

/** Makes a sample for every component schema, and others when they are asked for. None is kept that is not valid. */
export function makeSamples({ document, schemas }: Specification, file: string): Samples {
  const problems: Problem[] = [];
  const check = createSampleCheck(mapMembers(schemas, toMockSchema));

  function make(schema: JsonValue, { pointer, example }: SamplePlace): JsonValue | undefined {
    const sample = example ?? sampleSchema(document, schema);
    const reason = sample === undefined ? "it needs itself for ever" : invalid(check, { sample, schema });
    if (reason === undefined) return sample;
    const mend = "give the schema an `example` in the overlay, or correct what it requires";
    problems.push({ file, pointer, problem: `no valid sample can be made: ${reason}`, mend });
    return undefined;
  }

  const components: JsonObject = {};
  for (const name of Object.keys(schemas)) {
    // Through its own reference, so that a recursive schema ends at itself.
    const sample = make(
      { $ref: `#/components/schemas/${name}` },
      { pointer: toPointer(["components", "schemas", name]) },
    );
    if (sample !== undefined) setMember(components, name, sample);
  }
  return {
    components,
    problems,
    of: (schema, place) => (isJsonSchemaEmpty(schema) ? place.example : make(schema ?? {}, place)),
  };
}

function invalid(check: SampleCheck, { sample, schema }: { sample: JsonValue; schema: JsonValue }): string | undefined {
  try {
    return check(sample, toMockSchema(schema));
  } catch (error) {
    return error instanceof Error ? error.message : "its schema cannot be read";
  }
}
