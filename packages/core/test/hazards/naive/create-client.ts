import type { CallInit, FetchInit, HttpMethod, Middleware, OperationInfo } from "@labelwire/core";
import createFetchClient from "openapi-fetch";
import { send, type NaiveOptions } from "./send.ts";

interface Platform {
  readonly platform: string;
  readonly servers: Readonly<Record<string, string>>;
  readonly pathTraits?: Readonly<Record<string, Partial<OperationInfo>>>;
}

type NaiveInit = Pick<CallInit, "params" | "body" | "headers" | "signal" | "timeoutMs" | "retry">;

/** Bare openapi-fetch with the features that every hand-written client grows. */
export function createClient(definition: Platform, given: NaiveOptions): unknown {
  const options = { ...given };
  const baseUrl = options.baseUrl ?? Object.values(definition.servers)[0] ?? "";
  const http = createFetchClient<Record<string, Record<HttpMethod, never>>>({ baseUrl });

  const call = async (info: OperationInfo, init: NaiveInit = {}): Promise<unknown> => {
    let request: Request | undefined;
    const { timeoutMs, retry, params, ...rest } = init;
    const callOptions = { ...options, ...(timeoutMs && { timeoutMs }), ...(retry !== undefined && { retry }) };
    const query = { ...(options.zone && { zone: options.zone }), ...params?.query };
    const full = {
      ...rest,
      params: { ...params, query },
      parseAs: info.response === "json" || info.response === "none" ? "json" : info.response,
      fetch: (sending: Request) => {
        request = sending;
        return send(sending, callOptions as NaiveOptions);
      },
    };
    try {
      return await http.request(info.method, info.path, full as never); // nothing here is typed by paths
    } catch (cause) {
      // As axios and others do: whoever catches it can see what was asked.
      throw Object.assign(new Error(`${info.id} failed`, { cause }), { request });
    }
  };
  const byPath = (method: HttpMethod) => (path: string, init?: NaiveInit) => {
    const traits = definition.pathTraits?.[`${method} ${path}`];
    return call({ response: "json", ...traits, id: path, method, path }, init);
  };

  const client = {
    platform: definition.platform,
    baseUrl,
    call,
    GET: byPath("get"),
    PUT: byPath("put"),
    POST: byPath("post"),
    DELETE: byPath("delete"),
    PATCH: byPath("patch"),
    use: (...middleware: Middleware[]) => http.use(...middleware),
    eject: (...middleware: Middleware[]) => http.eject(...middleware),
    fetch: (input: string | URL, { timeoutMs, retry, ...init }: FetchInit = {}) => {
      const callOptions = { ...options, ...(timeoutMs && { timeoutMs }), ...(retry !== undefined && { retry }) };
      return send(new Request(new URL(input, baseUrl), init), callOptions as NaiveOptions);
    },
    with: (overrides: NaiveOptions) => {
      Object.assign(options, overrides);
      return client;
    },
  };
  return client;
}
