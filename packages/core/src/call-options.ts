import type { RetryOptions } from "./retry.ts";

/** What any single call can be told, beside its parameters and body. */
export interface CallOptions {
  /** Headers for this call alone. A `null` takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Ends the call when aborted; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null;
  /** Milliseconds for the whole call: every attempt, every wait and the body. Overrides the client's `timeoutMs`. */
  readonly timeoutMs?: number;
  /** Milliseconds for each attempt. Overrides the client's `attemptTimeoutMs`. */
  readonly attemptTimeoutMs?: number;
  /** Overrides the client's `retry`; `false` sends the request once. */
  readonly retry?: false | RetryOptions;
}

/** Parameters by their place, as OpenAPI names the places. */
export interface CallParameters {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly cookie?: Readonly<Record<string, unknown>>;
}

/** An untyped call, as the run time sees it. Operation functions narrow it to what the specification takes. */
export interface CallInit extends CallOptions {
  readonly params?: CallParameters;
  readonly body?: unknown;
}
