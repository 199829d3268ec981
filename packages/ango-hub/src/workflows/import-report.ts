/** One request of an import that did not succeed, and what was in it. */
export interface ImportFailure {
  /** Places in the list that was given, counted from 0. */
  readonly indexes: readonly number[];
  /**
   * Why. An `ApiError` is the platform's refusal. After a `NetworkError`, `TimeoutError` or `DecodeError` the platform may have
   * taken the items all the same.
   */
  readonly error: Error;
}

/** What became of an import. */
export interface ImportReport {
  /** How many items were in requests that the platform accepted. */
  readonly taken: number;
  /** The requests that failed, in order; empty when everything was taken. */
  readonly failed: readonly ImportFailure[];
}

/** How far an import is. */
export interface ImportProgress {
  /** Items that were given. */
  readonly total: number;
  /** Items in requests that the platform accepted. */
  readonly taken: number;
  /** Items in requests that failed. */
  readonly failed: number;
  /** From 0 to 1, failures included. */
  readonly fraction: number;
  /** The failure of the request just made, if it failed. */
  readonly failure?: ImportFailure;
}

/** What steers an import. */
export interface ImportOptions {
  /** Called after each request. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Ends the import: the promise rejects with the signal's reason. What was taken stays taken; `onProgress` has told it. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for each request. Default: the client's `timeoutMs` and `attemptTimeoutMs`. */
  readonly timeoutMs?: number | undefined;
}
