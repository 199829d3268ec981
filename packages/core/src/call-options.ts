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
  readonly path?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly header?: Readonly<Record<string, unknown>> | undefined;
  readonly cookie?: Readonly<Record<string, unknown>> | undefined;
}

/** An untyped call, as the run time sees it. Operation functions narrow it to what the specification takes. */
export interface CallInit extends CallOptions {
  readonly params?: CallParameters | undefined;
  readonly body?: unknown;
}
