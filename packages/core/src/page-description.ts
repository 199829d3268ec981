/** Where a member sits in a body: the property names from the root, such as `["data", "tasks"]`; empty for the body itself. */
export type MemberPath = readonly string[];

/** A list asked for by page number, counted from `firstPage`, in the query or in the JSON body. */
export interface PageNumberDescription {
  readonly style: "page-number";
  readonly items: MemberPath;
  /** Name of the page parameter. */
  readonly page: string;
  /** Name of the page-size parameter. */
  readonly size?: string;
  /** What the server takes when no size is sent. */
  readonly defaultSize?: number;
  /** Where page and size are sent. Default: `"query"`. */
  readonly in?: "query" | "body";
  /** Number of the first page. Default: 1. */
  readonly firstPage?: number;
  /** Where the answer counts the whole list. */
  readonly total?: MemberPath;
}

/** A list whose answers carry the link to the next page. Only the query of the link is used, never its host. */
export interface NextLinkDescription {
  readonly style: "next-link";
  readonly items: MemberPath;
  readonly next: MemberPath;
  /** Name of the page parameter in the link, where pages can be asked for by number. */
  readonly page?: string;
  readonly size?: string;
  readonly defaultSize?: number;
  readonly total?: MemberPath;
}

/** A list whose answers carry a cursor for the next page, which goes into the query. */
export interface CursorDescription {
  readonly style: "cursor";
  readonly items: MemberPath;
  /** Where the answer holds the cursor; null, empty or absent at the end. */
  readonly next: MemberPath;
  /** Name of the query parameter the cursor goes into. */
  readonly cursor: string;
  readonly size?: string;
  readonly defaultSize?: number;
  /** Where the answer says whether there is more, if it does. */
  readonly hasMore?: MemberPath;
}

/** A list that is answered whole. */
export interface SinglePageDescription {
  readonly style: "single-page";
  readonly items: MemberPath;
}

/** How a list is paged, as data: what the generator reads, the client's strategy follows, and the mock answers by. */
export type PageDescription = PageNumberDescription | NextLinkDescription | CursorDescription | SinglePageDescription;
