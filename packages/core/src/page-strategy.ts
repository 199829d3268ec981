/** What a strategy may change from one page to the next: members of the query and of a JSON body. */
export interface PageRequest {
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Items on a full page, once an answer has shown it: servers cap the size that was asked for without saying so. */
  readonly pageSize?: number;
  /** True where the page may not exist: the one before it was short, which is either its end or a cap. A 404 is then the end. */
  readonly probe?: boolean;
}

/**
 * How one list is paged, declared by the specification and never guessed from an answer: where the items are, and what to
 * ask for next. The functions are pure. They throw a `TypeError` for an answer that is not as declared.
 */
export interface PageStrategy {
  /** The items of one page, in the server's order. */
  items(body: unknown): readonly unknown[];
  /** The request for the page after this one, or undefined at the end. */
  next(body: unknown, request: PageRequest): PageRequest | undefined;
  /** How many items the whole list has, where the platform says so. */
  total?(body: unknown): number | undefined;
  /**
   * The request for the page `distance` pages after this one, where a page can be asked for without seeing the one before it.
   * Undefined past the last page by the total, and where the total is not known.
   */
  ahead?(body: unknown, request: PageRequest, distance: number): PageRequest | undefined;
}
