import type { RetryOptions } from "./retry.ts";

/** What any single call can be told, beside its parameters and body. */
export interface CallOptions {
  /** Headers for this call alone. A `null` takes a header away. */
  readonly headers?: Readonly<Record<string, string | null | undefined>> | undefined;
  /** Ends the call when aborted; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for the whole call: every attempt, every wait and the body. Overrides the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds for each attempt, its body included. Overrides the client's `attemptTimeoutMs`. */
  readonly attemptTimeoutMs?: number | undefined;
  /** Overrides the client's `retry`; `false` sends the request once. */
  readonly retry?: false | RetryOptions | undefined;
}

/** Parameters by their place, as OpenAPI names the places. */
export interface CallParameters {
  /** For the placeholders of the path. */
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  /** Lists repeat their name; `null` and `undefined` are left out. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** By their names, in any case. */
  readonly header?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as one `Cookie` header, where the runtime lets scripts send one. */
  readonly cookie?: Readonly<Record<string, unknown>> | undefined;
}

/** An untyped call, as the run time sees it. Operation functions narrow it to what the specification takes. */
export interface CallInit extends CallOptions {
  /** What goes into the URL and the headers. */
  readonly params?: CallParameters | undefined;
  /** A plain object is encoded as the operation takes it; bytes, a `Blob`, a stream and a `FormData` are sent as they are. */
  readonly body?: unknown;
}
