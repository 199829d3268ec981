import { emitMockTypes } from "./emit-mock-types.ts";
import { dataLiteral, memberName, objectLiteral, recordLiteral, stringLiteral } from "./emit-text.ts";
import { toPointer } from "./json-pointer.ts";
import { mapMembers, member, type JsonValue } from "./json-value.ts";
import type { Samples } from "./make-samples.ts";
import { httpMethods, type Parameter, type ResponseEntry, type Specification, type SpecOperation } from "./openapi.ts";
import { answerType, bodyShape, preferredAnswer } from "./operation-types.ts";
import { responseMediaKind } from "./media-kind.ts";
import { compareSpecificity } from "./path-specificity.ts";
import type { ResolvedPages } from "./resolve-pages.ts";
import { schemaName } from "./resolve-reference.ts";
import { createSchemaTypes, type SchemaTypes } from "./schema-types.ts";
import { holdsBytes, isJsonSchemaEmpty } from "./schema-walk.ts";
import type { Settings } from "./settings.ts";
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
  const { schemas } = specification;
  const { settings, mockRuntime } = context;
  // No names: these types stand in one place each.
  const types = createSchemaTypes({}, new Set());
  const operations = [...specification.operations].sort(bySpecificity);
  const data: Members = [
    [
      "operations",
      `[${operations.map((operation) => mockOperation(operation, { specification, context, types })).join(",\n")}]`,
    ],
    ["schemas", recordLiteral(mapMembers(schemas, toMockSchema))],
    ["samples", "samples"],
    ["resources", dataLiteral(toJsonValue(settings.resources, "codegen.json"))],
  ];
  const body = [
    `const samples = ${componentSamples(specification, { samples: context.samples, types })};\n\n`,
    "/** The specification as the mock engine reads it, most specific path first. */\n",
    `export const mockData: MockData = ${objectLiteral(data)};\n\n`,
    emitMockTypes(specification, { settings, types }),
  ].join("");
  const imports = [...(types.usesComponents() ? ["components"] : []), ...(operations.length > 0 ? ["operations"] : [])];
  return [
    `import type { MockData } from ${stringLiteral(mockRuntime)};\n`,
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

interface OperationContext {
  readonly specification: Specification;
  readonly context: MockContext;
  readonly types: SchemaTypes;
}

function mockOperation(operation: SpecOperation, { specification, context, types }: OperationContext): string {
  const { id, method, path, parameters, body, responses, anonymous } = operation;
  const page = context.pages.pages.get(id)?.description;
  const shape = body === undefined ? undefined : bodyShape(body);
  const members: Members = [
    ["id", stringLiteral(id)],
    ["method", stringLiteral(method)],
    ["path", stringLiteral(path)],
    ["parameters", `[${parameters.map(mockParameter).join(", ")}]`],
  ];
  if (body !== undefined && shape !== undefined) {
    const schema: Members = isJsonSchemaEmpty(shape.media.schema) ? [] : [["schema", mockSchema(shape.media.schema)]];
    const required: Members = body.required ? [["required", "true"]] : [];
    members.push([
      "body",
      objectLiteral([...required, ["mediaType", stringLiteral(shape.media.mediaType)], ...schema]),
    ]);
  }
  const answers = [...responses].filter(({ status }) => /^\d/.test(status)).sort(successFirst);
  const entries = answers.map((response) => mockResponse(response, { operation, specification, context, types }));
  members.push(["responses", `[${entries.join(", ")}]`]);
  if (page !== undefined) members.push(["page", dataLiteral(toJsonValue(page, "codegen.json"))]);
  if (anonymous) members.push(["anonymous", "true"]);
  return objectLiteral(members);
}

function mockParameter({ name, in: place, required, schema }: Parameter): string {
  const members: Members = [
    ["name", stringLiteral(name)],
    ["in", stringLiteral(place)],
  ];
  if (required) members.push(["required", "true"]);
  return objectLiteral([...members, ["schema", mockSchema(schema)]]);
}

interface ResponseContext extends OperationContext {
  readonly operation: SpecOperation;
}

function mockResponse(response: ResponseEntry, { operation, specification, context, types }: ResponseContext): string {
  const media = preferredAnswer(response);
  const status = response.status.replace("XX", "00");
  if (media === undefined) return `[${status}, {}]`;
  const members: Members = [["mediaType", stringLiteral(media.mediaType)]];
  if (!isJsonSchemaEmpty(media.schema)) members.push(["schema", mockSchema(media.schema)]);
  const component = schemaName(media.schema);
  const pointer = operation.pointer + toPointer(["responses", response.status, "content", media.mediaType]);
  if (component !== undefined && media.example === undefined && Object.hasOwn(context.samples.components, component)) {
    members.push(["sample", sampleOf(component)]);
  } else {
    const sample = context.samples.of(media.schema, {
      pointer,
      ...("example" in media ? { example: media.example } : {}),
    });
    const kind = responseMediaKind(media);
    const isTyped = kind === "json" && !holdsBytes(specification.document, media.schema);
    const type = answerType({ operation, status: response.status, media, kind }, types);
    if (sample !== undefined)
      members.push(["sample", dataLiteral(sample) + (isTyped && type !== "unknown" ? ` satisfies ${type}` : "")]);
  }
  return `[${status}, ${objectLiteral(members)}]`;
}

function sampleOf(component: string): string {
  const name = memberName(component);
  return name === component ? `samples.${name}` : `samples[${name}]`;
}

function mockSchema(schema: JsonValue | undefined): string {
  return recordLiteral(toMockSchema(schema));
}

/** The default answer first: the lowest success, then everything by number. */
function successFirst(first: ResponseEntry, second: ResponseEntry): number {
  const rank = ({ status }: ResponseEntry): string => (status.startsWith("2") ? "0" : "1") + status;
  return rank(first) < rank(second) ? -1 : 1;
}
