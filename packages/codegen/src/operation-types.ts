import { stringLiteral } from "./emit-text.ts";
import { essenceOf, requestMediaKind, responseMediaKind, type RequestKind, type ResponseKind } from "./media-kind.ts";
import type { MediaType, RequestBody, ResponseEntry, SpecOperation } from "./openapi.ts";
import type { SchemaTypes } from "./schema-types.ts";

/** What an operation answers on success: how it is decoded, and the media type that is read of each answer. */
export interface SuccessShape {
  readonly kind: ResponseKind;
  readonly answers: readonly { readonly status: string; readonly media: MediaType | undefined }[];
}

/** The answers that mean success; `default` only where no other does. */
export function successShape({ responses }: SpecOperation): SuccessShape {
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const chosen = successes.length > 0 ? successes : responses.filter(({ status }) => status === "default");
  const answers = [...chosen]
    .sort(byStatus)
    .map((response) => ({ status: response.status, media: preferredAnswer(response) }));
  // One operation is decoded in one way. Where answers differ, the first that has a body decides: bytes can hold the others.
  const first = answers.find(({ media }) => media !== undefined)?.media;
  return { kind: first === undefined ? "none" : responseMediaKind(first), answers };
}

/**
 * True where some successes have JSON and others no body. What the status says is not enough there: servers answer without a body
 * under the status of the other. Of 204 and 205 it is, because they never have one.
 */
export function mayBeEmpty(operation: SpecOperation): boolean {
  const { kind, answers } = successShape(operation);
  return kind === "json" && answers.some(({ status, media }) => media === undefined && !/^20[45]$/.test(status));
}

/** JSON before text before bytes, as the specification orders them. */
export function preferredAnswer({ content }: ResponseEntry): MediaType | undefined {
  const byKind = (kind: ResponseKind) => content.find((media) => responseMediaKind(media) === kind);
  return byKind("json") ?? byKind("text") ?? content[0];
}

/** The type of what an operation answers on success. */
export function successType(operation: SpecOperation, types: SchemaTypes): string {
  const { kind, answers } = successShape(operation);
  const members = answers.map(({ status, media }) =>
    media === undefined ? "undefined" : answerType({ operation, status, media, kind }, types),
  );
  const distinct = [...new Set(members)];
  if (distinct.length === 0) return "unknown";
  return distinct.includes("unknown") ? "unknown" : distinct.join(" | ");
}

interface Answer {
  readonly operation: SpecOperation;
  readonly status: string;
  readonly media: MediaType;
  readonly kind: ResponseKind;
}

/** The type of one answer's body when it is decoded as `kind`. */
export function answerType({ operation, status, media, kind }: Answer, types: SchemaTypes): string {
  if (kind === "blob") return "Blob";
  if (kind === "text") return "string";
  const key = /^\d+$/.test(status) ? status : stringLiteral(status);
  return types.of(
    media.schema,
    `${operationType(operation)}["responses"][${key}]["content"][${stringLiteral(media.mediaType)}]`,
  );
}

/** The body an operation takes, in the encoding a plain object is sent in. */
export interface BodyShape {
  readonly kind: RequestKind | undefined;
  readonly media: MediaType;
}

/** JSON before multipart before a form before bytes, whatever order the specification has them in. */
export function bodyShape({ content }: RequestBody): BodyShape | undefined {
  for (const kind of ["json", "multipart", "form", undefined] as const) {
    const media = content.find((candidate) => requestMediaKind(candidate) === kind);
    if (media !== undefined) return { kind, media };
  }
  return undefined;
}

/** How the run time sends a body, where it is not the rule: the encoding, or the media type of bytes. */
export function requestTrait(body: RequestBody): string | undefined {
  const shape = bodyShape(body);
  if (shape === undefined || shape.kind === "json") return undefined;
  if (shape.kind !== undefined) return shape.kind;
  const essence = essenceOf(shape.media.mediaType);
  return essence === "application/octet-stream" || essence.includes("*") ? undefined : essence;
}

/** The type of the body an operation takes. */
export function bodyType(operation: SpecOperation, types: SchemaTypes): string {
  const shape = operation.body === undefined ? undefined : bodyShape(operation.body);
  if (shape === undefined) return "undefined";
  if (shape.kind === undefined) return "Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string";
  const holder = `${operationType(operation)}["requestBody"]`;
  const content = operation.body?.required === true ? holder : `NonNullable<${holder}>`;
  const type = types.of(shape.media.schema, `${content}["content"][${stringLiteral(shape.media.mediaType)}]`);
  const isForm = operation.body?.content.some((media) => requestMediaKind(media) === "multipart") === true;
  // A plain object is sent as JSON where both are taken; a form that was made by hand stays one, which is how files get in.
  if (isForm) return `${type} | FormData`;
  return shape.kind === "form" ? `${type} | URLSearchParams` : type;
}

/** The operation's entry in `schema.ts`. */
export function operationType({ id }: SpecOperation): string {
  return `operations[${stringLiteral(id)}]`;
}

function byStatus(first: ResponseEntry, second: ResponseEntry): number {
  return first.status < second.status ? -1 : 1;
}
