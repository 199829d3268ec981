import { ConfigError } from "../errors.ts";
import { writeExactJson } from "../exact-json.ts";
import type { RequestKind } from "../operation.ts";
import { serializeBody } from "../serialize-body.ts";
import { generate } from "./generate.ts";
import type { MockBody, MockData, MockParameter, MockSchema } from "./mock-data.ts";
import { coerceText } from "./coerce.ts";
import { ownMember } from "./own-member.ts";
import { createRandom } from "./random.ts";
import { validate } from "./validate.ts";

/** How {@link sampleRequest} makes a request. */
export interface SampleRequestOptions {
  /** Where the platform is, such as `"https://api.example.com/v1"`. */
  readonly baseUrl: string;
  /** Headers of every request, such as the one with the credential. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Values of parameters by their name, sent wherever an operation takes them, in place of what would be made up. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What is made up depends on it. Default: 1. */
  readonly seed?: number | string;
}

/**
 * Makes a request that is valid by the specification: with every required parameter, and with a body where the operation takes one.
 * A test can so call every operation of a platform, whatever their number.
 *
 * @throws {ConfigError} for an operation that does not exist.
 * @example
 * const response = await mock.fetch(sampleRequest(mockData, "createPet", { baseUrl: "https://api.example.com" }));
 */
export function sampleRequest(
  data: MockData,
  operationId: string,
  { baseUrl, headers = {}, parameters = {}, seed = 1 }: SampleRequestOptions,
): Request {
  const operation = data.operations.find(({ id }) => id === operationId);
  if (!operation) {
    throw new ConfigError({ option: "operationId", message: `There is no operation ${JSON.stringify(operationId)}.` });
  }
  const make = (schema: MockSchema, purpose: string): unknown =>
    generate(schema, {
      random: createRandom(`${String(seed)}|request|${operationId}|${purpose}`),
      schemas: data.schemas,
      samples: data.samples,
    });
  const given = ({ name, schema }: MockParameter): string | undefined => {
    const text = ownMember(parameters, name);
    const fits =
      text !== undefined && validate(schema, coerceText(text, schema, data.schemas), data.schemas).length === 0;
    return fits ? text : undefined;
  };
  const textsIn = (place: MockParameter["in"]): readonly (readonly [string, string])[] =>
    operation.parameters
      .filter((one) => one.in === place && (one.required === true || given(one) !== undefined))
      .map((one) => [one.name, given(one) ?? String(make(one.schema, `${place} ${one.name}`))]);
  const path = textsIn("path").reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    operation.path,
  );
  const url = new URL(baseUrl + path);
  for (const [name, value] of textsIn("query")) url.searchParams.append(name, value);
  const body = operation.body && writeBody(operation.body, make(operation.body.schema ?? {}, "body"), operationId);
  return new Request(url, {
    method: operation.method.toUpperCase(),
    headers: { ...headers, ...Object.fromEntries(textsIn("header")), ...body?.headers },
    ...(body && { body: body.body }),
  });
}

function writeBody(
  { mediaType, integers }: MockBody,
  value: unknown,
  operation: string,
): { readonly body: NonNullable<RequestInit["body"]>; readonly headers: Readonly<Record<string, string>> } {
  if (integers && mediaType.includes("json")) {
    const text = writeExactJson(value, integers, { option: "body", operation });
    return { body: text, headers: { "content-type": mediaType } };
  }
  const { body, contentType } = serializeBody(value, kindOf(mediaType), operation);
  return { body, headers: contentType === undefined ? {} : { "content-type": mediaType } };
}

function kindOf(mediaType: string): RequestKind {
  if (mediaType.startsWith("multipart/")) return "multipart";
  return mediaType.startsWith("application/x-www-form-urlencoded") ? "form" : "json";
}
