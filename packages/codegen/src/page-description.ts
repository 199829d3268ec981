/** Where a member sits in a body: the property names from the root; empty for the body itself. */
export type MemberPath = readonly string[];

interface Paged {
  readonly items: MemberPath;
  /** Name of the page-size parameter. */
  readonly size?: string;
  /** What the server takes when no size is sent. */
  readonly defaultSize?: number;
}

/** A list asked for by page number. */
export interface PageNumberDescription extends Paged {
  readonly style: "page-number";
  readonly page: string;
  readonly in?: "query" | "body";
  readonly firstPage?: number;
  readonly total?: MemberPath;
}

/** A list whose answers carry the link to the next page. */
export interface NextLinkDescription extends Paged {
  readonly style: "next-link";
  readonly next: MemberPath;
  readonly page?: string;
  readonly total?: MemberPath;
}

/** A list whose answers carry a cursor for the next page. */
export interface CursorDescription extends Paged {
  readonly style: "cursor";
  readonly next: MemberPath;
  readonly cursor: string;
  readonly hasMore?: MemberPath;
}

/** A list that is answered whole. */
export interface SinglePageDescription {
  readonly style: "single-page";
  readonly items: MemberPath;
}

/**
 * How a list is paged, as the settings have it and the run time reads it. The generator does not import the run time; that the two
 * agree is checked wherever generated code is compiled.
 */
export type PageDescription = PageNumberDescription | NextLinkDescription | CursorDescription | SinglePageDescription;
