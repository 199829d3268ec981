import type { RequestFault } from "./check-request.ts";
import type { Exchange } from "./exchange.ts";

/** What the mock keeps of one request. */
export interface LoggedRequest {
  /** The operationId; undefined for a request that led to no operation. */
  readonly operation: string | undefined;
  /** In capitals. */
  readonly method: string;
  /** The whole address, as it was asked for. */
  readonly url: string;
  /** Decoded, as the specification types them. */
  readonly params: Exchange["params"];
  /** By lower-case name. A credential is replaced by `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the fields of a form, text, or a `Blob`; undefined where there is none. */
  readonly body: unknown;
  /** The ways in which it breaks the specification, with the place and what must hold there; empty for a right one. */
  readonly faults: readonly RequestFault[];
}

const alwaysSecret = ["authorization", "cookie", "proxy-authorization"];

/** The request as it is kept: the names of its secret headers, without their values. */
export function logRequest(
  { request, url, params, body, faults, operation }: Omit<Exchange, "operation"> & { operation: string | undefined },
  secretHeaders: readonly string[],
): LoggedRequest {
  const secret = new Set([...alwaysSecret, ...secretHeaders]);
  const headers = [...request.headers].map(([name, value]) => [name, secret.has(name) ? "[redacted]" : value] as const);
  return {
    operation,
    method: request.method,
    url: url.href,
    params,
    headers: Object.fromEntries(headers),
    body,
    faults,
  };
}
