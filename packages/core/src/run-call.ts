import type { CallInit, CallParameters } from "./call-options.ts";
import type { CallState } from "./call-state.ts";
import { checkOptions } from "./check-options.ts";
import type { ClientSettings } from "./client-settings.ts";
import { decodeBody } from "./decode-body.ts";
import { sendThroughMiddleware, type Middleware } from "./openapi-fetch.ts";
import type { OperationInfo } from "./operation.ts";
import { callRules, parameterRules } from "./option-rules.ts";
import { readApiError } from "./read-api-error.ts";
import type { Result } from "./result.ts";
import { readRetryAfter } from "./retry-delay.ts";
import { waitForRetry } from "./retry.ts";
import { fetchPipeline } from "./fetch-pipeline.ts";
import { serializeBody } from "./serialize-body.ts";
import { serializePath } from "./serialize-path.ts";
import { serializeQuery } from "./serialize-query.ts";
import { endCall, isIdempotent, startCall } from "./start-call.ts";
import { untilAborted } from "./until-aborted.ts";
import { writeHeaders } from "./write-headers.ts";

/** What a call runs with. */
export interface CallContext {
  readonly settings: ClientSettings;
  readonly middleware: readonly Middleware[];
}

/** Runs one operation, from its parameters to its result. */
export async function runCall(context: CallContext, info: OperationInfo, init: CallInit = {}): Promise<Result<never>> {
  const { settings } = context;
  const { params = {}, body } = init;
  checkOptions(init, callRules);
  checkOptions(params, parameterRules, "params.");
  const { id: operation, method, path, response: kind } = info;
  const written = body === undefined ? undefined : serializeBody(body, info.request, operation);
  const headers = writeHeaders(
    {
      ...(kind === "json" && { accept: settings.definition.accept ?? "application/json" }),
      ...(written && { "content-type": written.contentType }),
    },
    init,
    operation,
  );
  const request = {
    method,
    path,
    params,
    url: settings.baseUrl + serializePath(path, params.path, operation),
    query: serializeQuery({ ...params.query, ...missing(settings.scope.query, params.query) }, operation),
    headers,
    body: written?.body,
    baseUrl: settings.baseUrl,
    middleware: context.middleware,
  };
  const call = startCall(settings, init, {
    operation,
    idempotent: info.idempotent ?? isIdempotent(method),
    replayable: !(body instanceof ReadableStream),
    removedHeaders: Object.keys(headers).filter((name) => headers[name] === null),
  });
  const { signal } = call.total;
  try {
    signal.throwIfAborted();
    for (;;) {
      const send = (prepared: Request): Promise<Response> => fetchPipeline(call, prepared);
      // Raced, because middleware may wait for anything.
      const response = await untilAborted(sendThroughMiddleware({ ...request, signal, fetch: send }), signal);
      try {
        return await readResult(call, { response, kind });
      } catch (error) {
        // The connection can still break, and the attempt time out, while the body is read.
        if (!(await waitForRetry(call, { error }))) throw error;
      }
    }
  } finally {
    endCall(call);
  }
}

/** Scope that the call does not name itself. */
function missing(scope: Readonly<Record<string, string>>, query: CallParameters["query"] = {}): object {
  return Object.fromEntries(Object.entries(scope).filter(([name]) => query[name] === undefined));
}

async function readResult(
  call: CallState,
  { response, kind }: { response: Response; kind: OperationInfo["response"] },
): Promise<Result<never>> {
  const shared = { ...call, response, secrets: call.authentication?.secrets ?? [] };
  const body = await decodeBody({ ...shared, kind, maxBytes: call.maxResponseBytes, signal: call.attempt.signal });
  const retryAfterMs = readRetryAfter(response.headers, call.clock.now());
  const error = response.ok && kind !== "json" ? undefined : readApiError({ ...shared, body, retryAfterMs });
  if (error !== undefined) return { error, response };
  // What the specification says of the body is in the types of the operation; here nothing is known of it.
  return { data: body as never, response };
}
