import { emitMockTypes } from "./emit-mock-types.ts";
import { dataLiteral, objectLiteral, recordLiteral, stringLiteral } from "./emit-text.ts";
import { schemaIntegers } from "./integer-places.ts";
import { mapMembers, member, type JsonObject } from "./json-value.ts";
import type { Samples } from "./make-samples.ts";
import { mockParameter, mockResponse, mockSchema } from "./mock-expressions.ts";
import { httpMethods, type ResponseEntry, type Specification, type SpecOperation } from "./openapi.ts";
import { bodyShape } from "./operation-types.ts";
import { compareSpecificity } from "./path-specificity.ts";
import type { ResolvedPages } from "./resolve-pages.ts";
import { createSchemaTypes, type SchemaTypes } from "./schema-types.ts";
import { holdsBytes, isJsonSchemaEmpty } from "./schema-walk.ts";
import type { Settings } from "./settings.ts";
import { shareExpressions, type SharableExpression, type SharedExpressions } from "./share-expressions.ts";
import { toJsonValue } from "./to-json-value.ts";
import { toMockSchema } from "./to-mock-schema.ts";

/** What {@link emitMock} needs beside the specification. */
export interface MockContext {
  readonly settings: Settings;
  readonly pages: ResolvedPages;
  readonly samples: Samples;
  /** The module that the mock's types are imported from. */
  readonly mockRuntime: string;
}

type Members = [name: string, expression: string][];

/** Writes `mock.ts`: what the mock engine needs to know, as data, with samples that have the generated types; and the mock's types. */
export function emitMock(specification: Specification, context: MockContext): string {
  const { document, schemas } = specification;
  const { settings, mockRuntime } = context;
  // No names: these types stand in one place each.
  const types = createSchemaTypes({}, new Set());
  const operations = [...specification.operations]
    .sort(bySpecificity)
    .map((operation) => expressOperation(operation, { specification, samples: context.samples, types }));
  const parameters = shareExpressions(
    { variable: "parameters", type: "MockParameter" },
    operations.flatMap((operation) => operation.parameters),
  );
  const responses = shareExpressions(
    { variable: "responses", type: "MockResponse" },
    operations.flatMap((operation) => operation.responses.map(({ response }) => response)),
  );
  const written = operations.map((operation) =>
    writeOperation(operation, { context, document, parameters, responses }),
  );
  const data: Members = [
    ["operations", `[${written.join(",\n")}]`],
    ["schemas", recordLiteral(mapMembers(schemas, toMockSchema))],
    ["samples", "samples"],
    ["resources", dataLiteral(toJsonValue(settings.resources, "codegen.json"))],
  ];
  const body = [
    `const samples = ${componentSamples(specification, { samples: context.samples, types })};\n\n`,
    parameters.declaration,
    responses.declaration,
    "/** The specification as the mock engine reads it, most specific path first. */\n",
    `export const mockData: MockData = ${objectLiteral(data)};\n\n`,
    emitMockTypes(specification, { settings, types }),
  ].join("");
  const mockTypes = [
    "MockData",
    ...(parameters.declaration === "" ? [] : ["MockParameter"]),
    ...(responses.declaration === "" ? [] : ["MockResponse"]),
  ];
  const imports = [...(types.usesComponents() ? ["components"] : []), ...(operations.length > 0 ? ["operations"] : [])];
  return [
    `import type { ${mockTypes.join(", ")} } from ${stringLiteral(mockRuntime)};\n`,
    imports.length === 0 ? "" : `import type { ${imports.join(", ")} } from "./schema.ts";\n`,
    `\n${body}`,
  ].join("");
}

function bySpecificity(first: SpecOperation, second: SpecOperation): number {
  return (
    compareSpecificity(first.path, second.path) ||
    httpMethods.indexOf(first.method) - httpMethods.indexOf(second.method)
  );
}

interface SamplesContext {
  readonly samples: Samples;
  readonly types: SchemaTypes;
}

function componentSamples({ document, schemas }: Specification, { samples, types }: SamplesContext): string {
  const members = Object.entries(samples.components).map(([name, sample]): [string, string] => {
    const literal = dataLiteral(sample);
    return [name, holdsBytes(document, member(schemas, name)) ? literal : `${literal} satisfies ${types.named(name)}`];
  });
  return objectLiteral(members);
}

/** An operation with the parts that others may have in common. */
interface ExpressedOperation {
  readonly operation: SpecOperation;
  readonly parameters: readonly SharableExpression[];
  readonly responses: readonly { readonly status: string; readonly response: SharableExpression }[];
}

interface ExpressContext {
  readonly specification: Specification;
  readonly samples: Samples;
  readonly types: SchemaTypes;
}

function expressOperation(operation: SpecOperation, context: ExpressContext): ExpressedOperation {
  const answers = [...operation.responses].filter(({ status }) => /^\d/.test(status)).sort(successFirst);
  return {
    operation,
    parameters: operation.parameters.map(mockParameter),
    responses: answers.map((response) => ({
      status: response.status.replace("XX", "00"),
      response: mockResponse(response, { operation, ...context }),
    })),
  };
}

interface WriteContext {
  readonly context: MockContext;
  readonly document: JsonObject;
  readonly parameters: SharedExpressions;
  readonly responses: SharedExpressions;
}

function writeOperation(
  expressed: ExpressedOperation,
  { context, document, parameters, responses }: WriteContext,
): string {
  const { id, method, path, body, anonymous } = expressed.operation;
  const page = context.pages.pages.get(id)?.description;
  const shape = body === undefined ? undefined : bodyShape(body);
  const members: Members = [
    ["id", stringLiteral(id)],
    ["method", stringLiteral(method)],
    ["path", stringLiteral(path)],
    ["parameters", `[${expressed.parameters.map((parameter) => parameters.of(parameter)).join(", ")}]`],
  ];
  if (body !== undefined && shape !== undefined) {
    const schema: Members = isJsonSchemaEmpty(shape.media.schema) ? [] : [["schema", mockSchema(shape.media.schema)]];
    const integers = schemaIntegers(document, shape.media.schema);
    if (integers.length > 0) schema.push(["integers", dataLiteral([...integers])]);
    const required: Members = body.required ? [["required", "true"]] : [];
    const others = body.content.map(({ mediaType }) => mediaType).filter((one) => one !== shape.media.mediaType);
    if (others.length > 0) schema.push(["otherMediaTypes", dataLiteral(others)]);
    members.push([
      "body",
      objectLiteral([...required, ["mediaType", stringLiteral(shape.media.mediaType)], ...schema]),
    ]);
  }
  const entries = expressed.responses.map(({ status, response }) => `[${status}, ${responses.of(response)}]`);
  members.push(["responses", `[${entries.join(", ")}]`]);
  if (page !== undefined) members.push(["page", dataLiteral(toJsonValue(page, "codegen.json"))]);
  if (anonymous) members.push(["anonymous", "true"]);
  return objectLiteral(members);
}

/** The default answer first: the lowest success that has a body, then the others, then everything else by number. */
function successFirst(first: ResponseEntry, second: ResponseEntry): number {
  const rank = ({ status, content }: ResponseEntry): string =>
    (status.startsWith("2") ? (content.length > 0 ? "0" : "1") : "2") + status;
  return rank(first) < rank(second) ? -1 : 1;
}
