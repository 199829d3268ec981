/** One page of a list. */
export interface Page<T> {
  /** The items, in the server's order. */
  readonly items: readonly T[];
  /** How many items the whole list has, where the platform says so. It may change while the list is read. */
  readonly total?: number;
  /**
   * Where the list goes on after this page, as text that can be saved; absent on the last page. Pass it as `from`, with the same
   * operation and parameters, to go on there in another process. It is not signed: one that went through
   * other hands may ask for something else.
   */
  readonly cursor?: string;
  /** The HTTP response. Its body has been read. */
  readonly response: Response;
}

/** A list that is read page by page while it is iterated. Each iteration starts anew. */
export interface Paginator<T> extends AsyncIterable<T, void, undefined> {
  /** The same list as pages. */
  pages(): AsyncGenerator<Page<T>, void, undefined>;
}

/** How a list is read. */
export interface PaginateOptions {
  /**
   * Pages that are asked for while earlier ones are being read. More than one is in flight only where pages can be asked for by
   * number and the platform tells the total. Default: 0.
   */
  readonly prefetch?: number | undefined;
  /** The most pages to read. Default: all. */
  readonly maxPages?: number | undefined;
  /** The `cursor` of a page: the list is read from the page after it. Default: the first page, or the one the parameters name. */
  readonly from?: string | undefined;
  /** Ends the iteration when aborted; it throws the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
}
