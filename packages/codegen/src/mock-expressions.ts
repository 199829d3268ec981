import { dataLiteral, memberAccess, objectLiteral, recordLiteral, stringLiteral } from "./emit-text.ts";
import { schemaIntegers } from "./integer-places.ts";
import { toPointer } from "./json-pointer.ts";
import type { JsonValue } from "./json-value.ts";
import type { Samples } from "./make-samples.ts";
import { responseMediaKind } from "./media-kind.ts";
import type { MediaType, Parameter, ResponseEntry, Specification, SpecOperation } from "./openapi.ts";
import { answerType, preferredAnswer } from "./operation-types.ts";
import { schemaName } from "./resolve-reference.ts";
import type { SchemaTypes } from "./schema-types.ts";
import { holdsBytes, isJsonSchemaEmpty } from "./schema-walk.ts";
import type { SharableExpression } from "./share-expressions.ts";
import { toMockSchema } from "./to-mock-schema.ts";

/** A parameter as the mock engine reads it. */
export function mockParameter({ name, in: place, required, schema }: Parameter): SharableExpression {
  const members: [string, string][] = [
    ["name", stringLiteral(name)],
    ["in", stringLiteral(place)],
  ];
  if (required) members.push(["required", "true"]);
  const expression = objectLiteral([...members, ["schema", mockSchema(schema)]]);
  return { name, key: expression, expression };
}

/** The operation that a response belongs to, and what its sample is made from. */
export interface MockResponseContext {
  readonly operation: SpecOperation;
  readonly specification: Specification;
  readonly samples: Samples;
  readonly types: SchemaTypes;
}

/** A response as the mock engine reads it: how its body is encoded, what it has to fit, and a sample that has the generated type. */
export function mockResponse(response: ResponseEntry, context: MockResponseContext): SharableExpression {
  const media = preferredAnswer(response);
  if (media === undefined) return { name: response.status, key: "{}", expression: "{}" };
  const members: [string, string][] = [["mediaType", stringLiteral(media.mediaType)]];
  if (!isJsonSchemaEmpty(media.schema)) members.push(["schema", mockSchema(media.schema)]);
  const integers = schemaIntegers(context.specification.document, media.schema);
  if (integers.length > 0) members.push(["integers", dataLiteral([...integers])]);
  const { value, check } = responseSample(response, { media, ...context });
  const write = (sample: string): string =>
    objectLiteral([...members, ...(sample === "" ? [] : [["sample", sample] as const])]);
  // Whether two responses are the same is seen without their types, which name the operation each belongs to.
  return { name: schemaName(media.schema) ?? response.status, key: write(value), expression: write(value + check) };
}

interface SampleContext extends MockResponseContext {
  readonly media: MediaType;
}

function responseSample(
  { status }: ResponseEntry,
  { media, operation, specification, samples, types }: SampleContext,
): { value: string; check: string } {
  const component = schemaName(media.schema);
  if (component !== undefined && media.example === undefined && Object.hasOwn(samples.components, component)) {
    return { value: memberAccess("samples", component), check: "" };
  }
  const sample = samples.of(media.schema, {
    pointer: operation.pointer + toPointer(["responses", status, "content", media.mediaType]),
    ...("example" in media ? { example: media.example } : {}),
  });
  if (sample === undefined) return { value: "", check: "" };
  const kind = responseMediaKind(media);
  const isTyped = kind === "json" && !holdsBytes(specification.document, media.schema);
  const type = answerType({ operation, status, media, kind }, types);
  return { value: dataLiteral(sample), check: isTyped && type !== "unknown" ? ` satisfies ${type}` : "" };
}

/** A schema as the mock engine reads it. */
export function mockSchema(schema: JsonValue | undefined): string {
  return recordLiteral(toMockSchema(schema));
}
