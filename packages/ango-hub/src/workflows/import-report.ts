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
  readonly imported: number;
  /** The requests that failed, in order; empty when everything was imported. */
  readonly failed: readonly ImportFailure[];
}

/** How far an import is. */
export interface ImportProgress {
  /** Items that were given. */
  readonly totalItems: number;
  /** Items in requests that the platform accepted. */
  readonly importedItems: number;
  /** Items in requests that failed. */
  readonly failedItems: number;
  /** From 0 to 1, failures included. */
  readonly fraction: number;
  /** The failure of the request just made, if it failed. */
  readonly failure?: ImportFailure;
}
