import createFetchClient, { type Middleware } from "openapi-fetch";
import type { CallParameters } from "./call-options.ts";
import type { HttpMethod } from "./http-method.ts";

export type { Middleware } from "openapi-fetch";

/** A request whose every part has been written out; openapi-fetch puts it together and runs the middleware around it. */
export interface WrittenRequest {
  readonly method: HttpMethod;
  /** The path template, for middleware to tell operations apart. */
  readonly path: string;
  readonly params: CallParameters;
  readonly url: string;
  /** Without the question mark. */
  readonly query: string;
  /** A null keeps openapi-fetch from setting the header. */
  readonly headers: Readonly<Record<string, string | null>>;
  /** As in `fetch`; the types of Node alone do not name BodyInit. */
  readonly body: NonNullable<RequestInit["body"]> | undefined;
  readonly baseUrl: string;
  readonly signal: AbortSignal;
  readonly middleware: readonly Middleware[];
  readonly fetch: (request: Request) => Promise<Response>;
}

interface AnyOperation {
  parameters: CallParameters;
  requestBody?: { content: { "*/*": BodyInit } };
}

/**
 * Sends a request through openapi-fetch and its middleware. Returns the answer with its body untouched: openapi-fetch decodes
 * too trustingly (a truncated body is a bare SyntaxError), so it is handed an empty stand-in and the real answer is kept.
 */
export async function sendThroughMiddleware(request: WrittenRequest): Promise<Response> {
  const { method, path, params, url, query, body, middleware, ...rest } = request;
  let answer: Response | undefined;
  const keep = (response: Response): Response => {
    answer = response;
    return new Response(null, { status: 204 });
  };
  // Registered first, because `onResponse` runs in reverse: it sees what every other middleware has made of the answer.
  const last: Middleware = { onResponse: ({ response }) => keep(response) };
  const { response } = await createFetchClient<Record<string, Record<HttpMethod, AnyOperation>>>().request(
    method,
    path,
    {
      ...rest,
      params: { ...params, path: { ...params.path } },
      body,
      middleware: [last, ...middleware.map((each) => keepShortcut(each, keep))],
      pathSerializer: () => url,
      querySerializer: () => query,
      bodySerializer: (written: unknown) => written,
      parseAs: "stream",
      ...(body instanceof ReadableStream && { duplex: "half" }),
    },
  );
  return answer ?? response;
}

/** openapi-fetch decodes an answer that `onRequest` gives without showing it to any `onResponse`; so it is kept here. */
function keepShortcut(middleware: Middleware, keep: (response: Response) => Response): Middleware {
  if (middleware.onRequest === undefined) return middleware;
  const onRequest: Middleware["onRequest"] = async (options) => {
    const result = await middleware.onRequest?.(options);
    return result instanceof Response ? keep(result) : result;
  };
  // A prototype and not a spread, which would lose the methods of a class instance.
  const wrapped: Middleware = { onRequest };
  Object.setPrototypeOf(wrapped, middleware);
  return wrapped;
}
