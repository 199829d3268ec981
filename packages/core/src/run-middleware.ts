// The one module that knows openapi-fetch, and only its types: docs/decisions/2026-11-21-openapi-fetch-shape.md.
import type { Middleware, MiddlewareCallbackParams } from "openapi-fetch";
import type { CallParameters } from "./call-options.ts";
import type { CallState } from "./call-state.ts";
import { configFault } from "./config-fault.ts";
import type { OperationInfo } from "./operation.ts";
import { makeRequest, sentHeaders, takeApart, type OutgoingRequest } from "./outgoing-request.ts";
import { sendWithRetries } from "./send-with-retries.ts";
import { serializeBody } from "./serialize-body.ts";
import { serializePath } from "./serialize-path.ts";
import { serializeQuery } from "./serialize-query.ts";

export type { Middleware } from "openapi-fetch";

/**
 * Sends a request through middleware, as openapi-fetch does: `onRequest` in order, until one answers itself; then `onError` after
 * a failure, until one turns it into an answer, and `onResponse`, both in reverse.
 */
export async function runMiddleware(
  call: CallState,
  outgoing: OutgoingRequest,
  {
    middleware,
    info,
    params,
    signal,
  }: {
    readonly middleware: readonly Middleware[];
    readonly info: OperationInfo;
    readonly params: CallParameters | undefined;
    /** Aborts when the time of the call is up. */
    readonly signal: AbortSignal;
  },
): Promise<Response> {
  const { baseUrl, operation } = call;
  const { path: schemaPath, request: bodyKind, response: parseAs } = info;
  const send = async (changed: Request): Promise<Response> => {
    const parts = await takeApart(changed, outgoing.body instanceof ReadableStream ? changed.body : undefined);
    const left = Object.entries(outgoing.headers).filter(([, value]) => value === undefined);
    return sendWithRetries(call, { ...parts, headers: { ...Object.fromEntries(left), ...parts.headers } });
  };
  const shown = {
    request: makeRequest(outgoing.url, { ...outgoing, headers: sentHeaders(outgoing.headers), signal }, operation),
    schemaPath,
    params: { ...params } as MiddlewareCallbackParams["params"], // undefined is as good as absent to who reads it
    id: Math.random().toString(36).slice(2),
    options: Object.freeze<MiddlewareCallbackParams["options"]>({
      baseUrl,
      fetch: (...given) => send(new Request(...given)),
      parseAs: parseAs === "none" ? "stream" : parseAs,
      querySerializer: (query) => serializeQuery({ ...query }, operation),
      bodySerializer: (body) => serializeBody(body, bodyKind, operation).body,
      pathSerializer: (template, values) => serializePath(template, values, operation),
    }),
  };
  for (const each of middleware) {
    const result = checked(await each.onRequest?.(shown), Request);
    if (result instanceof Response) return result;
    shown.request = result ?? shown.request;
  }
  let response: Response | undefined;
  let error: unknown;
  try {
    response = await send(shown.request);
  } catch (thrown) {
    error = thrown;
  }
  for (const each of middleware.toReversed()) {
    if (response) break;
    const result = checked(await each.onError?.({ ...shown, error }), Error);
    if (result instanceof Response) response = result;
    else error = result ?? error;
  }
  if (!response) throw error;
  for (const each of middleware.toReversed()) {
    response = checked(await each.onResponse?.({ ...shown, response }), Response) ?? response;
  }
  return response;
}

/** What middleware puts in place of what it was shown; undefined where it leaves that as it is. */
function checked<T>(result: T | undefined, Kind: new (...given: never) => T): T | undefined {
  if (!result || result instanceof Kind || result instanceof Response) return result;
  throw configFault("use", `was given middleware that returned something else than a ${Kind.name} or a Response`);
}
