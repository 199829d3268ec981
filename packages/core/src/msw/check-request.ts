import type { Exchange } from "./exchange.ts";
import { coerceText } from "./coerce.ts";
import type { MockOperation, MockParameter } from "./mock-data.ts";
import { ownMember } from "./own-member.ts";
import type { MockSchemas } from "./resolve-schema.ts";
import { validate } from "./validate.ts";

/** One way in which a request breaks the specification. */
export interface RequestFault {
  /** Where in the request it is. */
  readonly place: MockParameter["in"] | "body";
  /** JSON pointer into the parameters of that place, as `/page_size`, or into the body, as `/labels/0/name`; empty for the body itself. */
  readonly pointer: string;
  /** `"unknown"` for a query parameter that the specification does not have: it is reported, and not refused. */
  readonly reason: "missing" | "invalid" | "unknown" | "media type";
  /** What must hold there, as `must be an integer`. */
  readonly message: string;
}

type Checked = Pick<Exchange, "operation" | "request" | "params" | "body">;

interface CheckContext {
  readonly schemas: MockSchemas;
  /** Names of query parameters, in lower case, that any operation takes. */
  readonly everywhere: readonly string[];
}

/** Lists every way in which a request breaks the specification: its parameters first, then its body. */
export function checkRequest(exchange: Checked, { schemas, everywhere }: CheckContext): readonly RequestFault[] {
  const { operation } = exchange;
  return [
    ...operation.parameters.flatMap((parameter) => checkParameter(exchange, parameter, schemas)),
    ...checkNames(exchange, everywhere),
    ...checkBody(exchange, schemas),
  ];
}

/** A fault in a sentence: where it is and what must hold there. */
export function describeFault({ place, pointer, message }: RequestFault): string {
  return `${place}${pointer} ${message}`;
}

function checkParameter(exchange: Checked, parameter: MockParameter, schemas: MockSchemas): readonly RequestFault[] {
  const { name, in: place, required, schema } = parameter;
  const pointer = `/${escape(name)}`;
  const value = parameterValue(exchange, parameter, schemas);
  if (value === undefined) {
    // Cookies belong to the credential, which is checked on its own.
    return required === true && place !== "cookie" && !isNested(exchange, name)
      ? [{ place, pointer, reason: "missing", message: "must be present" }]
      : [];
  }
  return validate(schema, value, schemas).map((issue) => ({
    place,
    pointer: pointer + issue.pointer,
    reason: "invalid",
    message: issue.message,
  }));
}

function parameterValue(
  { params, request }: Checked,
  { name, in: place, schema }: MockParameter,
  schemas: MockSchemas,
): unknown {
  if (place === "path") return ownMember(params.path, name);
  if (place === "query") return ownMember(params.query, name);
  const text = place === "header" ? request.headers.get(name) : null;
  return text === null ? undefined : coerceText(text, schema, schemas);
}

/** Query parameters that are sent and that nothing declares: most servers take no notice, and a misspelt filter selects all. */
function checkNames({ operation, params }: Checked, everywhere: readonly string[]): readonly RequestFault[] {
  const declared = operation.parameters.filter((one) => one.in === "query").map(({ name }) => name);
  const isKnown = (name: string): boolean =>
    declared.some((one) => one === name || name.startsWith(`${one}[`)) ||
    pagingNames(operation).includes(name) ||
    everywhere.includes(name.toLowerCase());
  return Object.keys(params.query)
    .filter((name) => !isKnown(name))
    .map((name) => ({
      place: "query",
      pointer: `/${escape(name)}`,
      reason: "unknown",
      message: "is no parameter of this operation",
    }));
}

/** An object in a query is written as `name[member]`. */
function isNested({ params }: Checked, name: string): boolean {
  return Object.keys(params.query).some((sent) => sent.startsWith(`${name}[`));
}

function pagingNames({ page }: MockOperation): readonly (string | undefined)[] {
  if (!page || page.style === "single-page") return [];
  return [page.size, page.style === "cursor" ? page.cursor : page.page];
}

function checkBody({ operation, request, body: sent }: Checked, schemas: MockSchemas): readonly RequestFault[] {
  const { body } = operation;
  if (!body) return [];
  if (sent === undefined) {
    return body.required === true
      ? [{ place: "body", pointer: "", reason: "missing", message: "must be present" }]
      : [];
  }
  const known = [body.mediaType, ...(body.otherMediaTypes ?? [])].map(essence);
  const type = essence(request.headers.get("content-type") ?? "");
  if (!known.includes(type) && !known.includes("*/*")) {
    const message = `must be sent as ${known.join(" or ")}`;
    return [{ place: "header", pointer: "/content-type", reason: "media type", message }];
  }
  if (!isStructured(type)) return [];
  return validate(body.schema ?? {}, sent, schemas).map(({ pointer, message }) => ({
    place: "body",
    pointer,
    reason: message === "must be present" ? "missing" : "invalid",
    message,
  }));
}

function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** True for a body that is read into values, which the schema speaks of. */
function isStructured(type: string): boolean {
  return /[/+]json$/.test(type) || type === "multipart/form-data" || type === "application/x-www-form-urlencoded";
}

function escape(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
