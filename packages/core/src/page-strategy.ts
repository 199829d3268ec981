/** What a strategy may change from one page to the next: members of the query and of a JSON body. */
export interface PageRequest {
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/**
 * How one list is paged, declared by the specification and never guessed from an answer: where the items are, and what to
 * ask for next. The functions are pure.
 */
export interface PageStrategy {
  /** The items of one page, in the server's order. */
  items(body: unknown): readonly unknown[];
  /** The request for the page after this one, or undefined at the end. */
  next(body: unknown, request: PageRequest): PageRequest | undefined;
  /** How many items the whole list has, where the platform says so. */
  total?(body: unknown): number | undefined;
  /** The request for the page `distance` pages on, where a page can be asked for without seeing the one before it. */
  ahead?(request: PageRequest, distance: number): PageRequest;
}
