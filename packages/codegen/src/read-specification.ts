import { isStatus } from "./check-operations.ts";
import { isJsonObject, member, objectMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { toPointer } from "./json-pointer.ts";
import {
  httpMethods,
  type ErrorCode,
  type MediaType,
  type Parameter,
  type ParameterPlace,
  type RequestBody,
  type ResponseEntry,
  type Specification,
  type SpecOperation,
} from "./openapi.ts";
import { present } from "./present.ts";
import { resolveReference } from "./resolve-reference.ts";

/** Reads the operations of a validated document in its own order, with every reference outside of schemas followed. */
export function readSpecification(document: JsonObject): Specification {
  const operations = Object.entries(objectMember(document, "paths"))
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, item]) => readPathItem(document, { path, item }));
  return { document, operations, schemas: objectMember(objectMember(document, "components"), "schemas") };
}

function readPathItem(document: JsonObject, { path, item }: { path: string; item: JsonValue }): SpecOperation[] {
  return httpMethods.flatMap((method) => {
    const operation = member(item, method);
    if (!isJsonObject(operation)) return [];
    const pointer = toPointer(["paths", path, method]);
    const security = member(operation, "security") ?? member(document, "security");
    const body = readBody(document, member(operation, "requestBody"));
    return [
      {
        id: text(operation, "operationId") ?? "",
        method,
        path,
        pointer,
        ...present("summary", text(operation, "summary")),
        ...present("description", text(operation, "description")),
        deprecated: member(operation, "deprecated") === true,
        ...present("idempotent", flag(operation, "x-idempotent")),
        ...present("errorCodes", readErrorCodes(operation)),
        anonymous: isAnonymous(security),
        parameters: readParameters(document, { item, operation }),
        ...present("body", body),
        responses: Object.entries(objectMember(operation, "responses"))
          .filter(([status]) => isStatus(status))
          .map(([status, response]) => readResponse(document, { status, response })),
      },
    ];
  });
}

/** `{ "5710": "wrong layout" }`, as it is written. */
function readErrorCodes(operation: JsonObject): ErrorCode[] | undefined {
  const codes = objectMember(operation, "x-business-error-codes");
  const read = Object.keys(codes).map((code) => ({ code, ...present("meaning", text(codes, code)) }));
  return read.length === 0 ? undefined : read;
}

/** No security at all, an empty list, or one alternative that asks for nothing. */
function isAnonymous(security: JsonValue | undefined): boolean {
  if (!Array.isArray(security) || security.length === 0) return true;
  return security.some((alternative) => isJsonObject(alternative) && Object.keys(alternative).length === 0);
}

/** An operation's parameter replaces the path's of the same name and place (OpenAPI 3.0.3, Path Item Object). */
function readParameters(document: JsonObject, from: { item: JsonValue; operation: JsonObject }): Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const holder of [from.item, from.operation]) {
    const entries = member(holder, "parameters");
    for (const entry of Array.isArray(entries) ? entries : []) {
      const parameter = resolveReference(document, entry);
      const name = text(parameter, "name") ?? "";
      const place = member(parameter, "in");
      if (!isPlace(place)) continue;
      byKey.set(`${place} ${name}`, {
        name,
        in: place,
        required: member(parameter, "required") === true,
        ...present("description", text(parameter, "description")),
        schema: member(parameter, "schema") ?? readContent(document, parameter)[0]?.schema ?? {},
      });
    }
  }
  return [...byKey.values()];
}

function isPlace(place: JsonValue | undefined): place is ParameterPlace {
  return place === "path" || place === "query" || place === "header" || place === "cookie";
}

function readBody(document: JsonObject, entry: JsonValue | undefined): RequestBody | undefined {
  if (entry === undefined) return undefined;
  const body = resolveReference(document, entry);
  return {
    required: member(body, "required") === true,
    ...present("description", text(body, "description")),
    content: readContent(document, body),
  };
}

function readResponse(document: JsonObject, from: { status: string; response: JsonValue }): ResponseEntry {
  const response = resolveReference(document, from.response);
  return {
    status: from.status,
    ...present("description", text(response, "description")),
    content: readContent(document, response),
  };
}

function readContent(document: JsonObject, holder: JsonObject): MediaType[] {
  return Object.entries(objectMember(holder, "content")).map(([mediaType, value]) => ({
    mediaType,
    schema: member(value, "schema"),
    ...present("example", member(value, "example") ?? firstExample(document, member(value, "examples"))),
  }));
}

function firstExample(document: JsonObject, examples: JsonValue | undefined): JsonValue | undefined {
  const [first] = isJsonObject(examples) ? Object.values(examples) : [];
  return member(resolveReference(document, first), "value");
}

function flag(holder: JsonObject, name: string): boolean | undefined {
  const value = member(holder, name);
  return typeof value === "boolean" ? value : undefined;
}

function text(holder: JsonObject, name: string): string | undefined {
  const value = member(holder, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}
