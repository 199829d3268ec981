import type { CallOptions } from "./call-options.ts";

/** What `client.fetch` takes beside what `fetch` does. */
export interface FetchInit extends RequestInit, Pick<CallOptions, "timeoutMs" | "attemptTimeoutMs" | "retry"> {
  /**
   * True for a download: a redirect to another origin is followed without credentials, scope, headers or body, where it would be a
   * `NetworkError` otherwise. Only GET and HEAD. Default: false.
   */
  readonly followCrossOrigin?: boolean | undefined;
  /** `"omit"` leaves out the client's credentials and scope too, at the configured origin as well; the rest is as in `fetch`. */
  readonly credentials?: NonNullable<RequestInit["credentials"]>; // the types of Node alone do not name RequestCredentials
  /**
   * True: an HTTP error rejects with the `ApiError` that a call would have, after its body has been read. Default: false, and it is an
   * answer like any other.
   */
  readonly rejectErrors?: boolean | undefined;
  /** What errors and hooks call the request. Default: the method and the URL without its query. */
  readonly operation?: string | undefined;
  /** Never: it keeps a `Request` out of here, whose method, headers and body would be lost. Give `new Request(url, request)` first. */
  readonly url?: never;
}
