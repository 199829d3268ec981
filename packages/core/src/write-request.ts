import type { CallInit } from "./call-options.ts";
import type { ClientSettings } from "./client-settings.ts";
import type { OperationInfo } from "./operation.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import { serializeBody } from "./serialize-body.ts";
import { serializePath } from "./serialize-path.ts";
import { serializeQuery } from "./serialize-query.ts";
import { withoutUndefined } from "./without-undefined.ts";
import { writeHeaders } from "./write-headers.ts";

/**
 * Writes the request of an operation, without credentials and the headers of its scope.
 *
 * @throws ConfigError for what cannot be sent.
 */
export function writeRequest(
  { baseUrl, definition, scope }: ClientSettings,
  { id: operation, method, path, request: kind, response }: OperationInfo,
  init: CallInit,
): OutgoingRequest {
  const { params = {}, body: given } = init;
  const { body, contentType } = given === undefined ? {} : serializeBody(given, kind, operation);
  const own = {
    ...(response === "json" && { accept: definition.accept ?? "application/json" }),
    ...(contentType && { "content-type": contentType }),
  };
  const headers = writeHeaders(own, init, operation);
  const { query } = params;
  // Scope stands in for what the call does not name itself.
  const search = serializeQuery(
    query ? { ...query, ...scope.query, ...withoutUndefined(query) } : scope.query,
    operation,
  );
  const url = new URL(baseUrl + serializePath(path, params.path, operation) + (search && `?${search}`));
  return { url, method: method.toUpperCase(), headers, body: body ?? null };
}
