/** What every hook is told of the request at hand. It never holds a credential, a header or a body. */
export interface RequestFacts {
  /** The operationId, or the method and the path for calls without one. */
  readonly operation: string;
  /** Upper case, such as `"GET"`. */
  readonly method: string;
  /** The URL, with the values of query parameters that may be secret left out. */
  readonly url: string;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
}

/** An answer, of any status. */
export interface ResponseFacts extends RequestFacts {
  /** The HTTP status of this attempt. */
  readonly status: number;
  /** Milliseconds from sending the request to having the head of the answer. */
  readonly durationMs: number;
  /** The id that the server gave the request, for its support to find it by. */
  readonly requestId?: string | undefined;
}

/** An attempt that got no answer. */
export interface ErrorFacts extends RequestFacts {
  readonly error: unknown;
  /** Milliseconds from sending the request to its failure. */
  readonly durationMs: number;
}

/** An attempt that is about to be repeated: `status` after an answer, `error` where there was none. */
export interface RetryFacts extends RequestFacts {
  readonly status?: number | undefined;
  readonly error?: unknown;
  /** Milliseconds until the next attempt. */
  readonly delayMs: number;
}

/**
 * Observers for logs and metrics. They are told plain facts, cannot change anything, and what they throw is dropped.
 *
 * @example
 * hooks: { onRetry: ({ operation, attempt, delayMs }) => console.warn(`${operation}: attempt ${attempt} failed, next in ${delayMs} ms`) }
 */
export interface Hooks {
  /** Before each attempt. */
  readonly onRequest?: ((facts: RequestFacts) => void) | undefined;
  /** When the head of an answer has come, whatever its status. */
  readonly onResponse?: ((facts: ResponseFacts) => void) | undefined;
  /** When an attempt has failed and will be repeated. */
  readonly onRetry?: ((facts: RetryFacts) => void) | undefined;
  /** When an attempt got no answer. */
  readonly onError?: ((facts: ErrorFacts) => void) | undefined;
}
