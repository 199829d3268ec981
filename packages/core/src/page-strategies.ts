import { linkQuery, mergeQuery } from "./link-query.ts";
import type {
  CursorDescription,
  MemberPath,
  NextLinkDescription,
  PageNumberDescription,
  SinglePageDescription,
} from "./page-description.ts";
import type { PageRequest, PageStrategy } from "./page-strategy.ts";
import { readCount, readMember } from "./read-member.ts";

/**
 * The strategy for lists asked for by page number.
 *
 * Ends when the total is reached, where the answer holds one; without a total on an empty page, and on a short one. A page that is
 * shorter than what was asked for, but not than what the server gives by default, may be a cap: then one more page is asked for, as
 * ending there would lose items silently.
 */
export function pageNumber(description: Omit<PageNumberDescription, "style">): PageStrategy {
  const { items, page, total, size, defaultSize, firstPage = 1, in: place = "query" } = description;
  const countAll = totalAt(total);
  const sent = (request: PageRequest): Readonly<Record<string, unknown>> => {
    const members = place === "body" ? request.body : request.query;
    return typeof members === "object" && members !== null ? { ...members } : {};
  };
  const asked = (request: PageRequest): number | undefined =>
    size === undefined ? undefined : readCount(sent(request)[size]);
  const current = (request: PageRequest): number => readCount(sent(request)[page]) ?? firstPage;
  const learn = (body: unknown, request: PageRequest): Learned | undefined => {
    const count = listAt(body, items).length;
    if (count === 0 || isWholeList(body, items)) return undefined;
    const expected = request.pageSize ?? asked(request) ?? defaultSize;
    const all = countAll(body);
    const probe = expected !== undefined && count < expected;
    if (all === undefined) {
      // A size that was asked for proves nothing until a page has had it, so a short page is the end by the default size alone.
      const full = request.pageSize ?? (defaultSize === undefined ? 1 : Math.min(defaultSize, expected ?? defaultSize));
      return count < full ? undefined : { pageSize: Math.min(count, request.pageSize ?? count), probe, pagesLeft: 1 };
    }
    const before = current(request) - firstPage;
    // In the middle of a list, a size that no page has shown yet may be more than the server gives.
    const shown = request.pageSize ?? (before === 0 || count < (defaultSize ?? 1) ? expected : undefined);
    const isLast = shown !== undefined && before * shown + count === all;
    // Taken too small, the size costs a request past the end; taken too large, it would end the list early.
    const pageSize = expected === undefined || (probe && !isLast) ? count : expected;
    return { pageSize, probe, pagesLeft: Math.ceil((all - before * pageSize - count) / pageSize) };
  };

  const ahead = (body: unknown, request: PageRequest, distance: number): PageRequest | undefined => {
    const learned = learn(body, request);
    if (learned === undefined || learned.pagesLeft < distance) return undefined;
    const { pageSize, probe } = learned;
    const moved = { ...sent(request), [page]: current(request) + distance };
    const sides = place === "body" ? { query: request.query, body: moved } : { query: moved, body: request.body };
    return { ...sides, pageSize, probe };
  };
  return {
    items: (body) => listAt(body, items),
    total: countAll,
    next: (body, request) => ahead(body, request, 1),
    ...(total && { ahead }),
  };
}

/** The strategy for lists whose answers link to the next page. Only the query of the link is used: see {@link linkQuery}. */
export function nextLink(description: Omit<NextLinkDescription, "style">): PageStrategy {
  const { items, next, page, total } = description;
  const countAll = totalAt(total);
  const follow = (body: unknown, request: PageRequest): PageRequest | undefined => {
    const link = readMember(body, next);
    if (isAbsent(link)) return undefined;
    return { query: mergeQuery(request.query, linkQuery(link)), body: request.body };
  };
  const ahead = (body: unknown, request: PageRequest, distance: number): PageRequest | undefined => {
    const all = countAll(body);
    const count = listAt(body, items).length;
    // A page with a link to the next is a full one, so its length is the size, whatever was asked for.
    if (page === undefined || all === undefined || count === 0 || isAbsent(readMember(body, next))) return undefined;
    const target = (readCount(request.query[page]) ?? 1) + distance;
    if (target > Math.ceil(all / count)) return undefined;
    return { query: { ...request.query, [page]: target }, body: request.body };
  };
  return {
    items: (body) => listAt(body, items),
    total: countAll,
    next: follow,
    ...(page !== undefined && total && { ahead }),
  };
}

/** The strategy for lists whose answers carry a cursor for the next page. */
export function cursorPage(description: Omit<CursorDescription, "style">): PageStrategy {
  const { items, next, cursor, hasMore } = description;
  return {
    items: (body) => listAt(body, items),
    next: (body, request) => {
      const more = hasMore && readMember(body, hasMore);
      const value = readMember(body, next);
      if (more === false) return undefined;
      if (isAbsent(value)) {
        if (more === true)
          throw new TypeError(`the answer says that there is more, but ${spell(next)} holds no cursor`);
        return undefined;
      }
      if (typeof value !== "string" && typeof value !== "number") {
        throw new TypeError(`${spell(next)} is neither a string nor a number`);
      }
      return { query: { ...request.query, [cursor]: value }, body: request.body };
    },
  };
}

/** The strategy for lists that are answered whole. */
export function singlePage(description: Omit<SinglePageDescription, "style">): PageStrategy {
  return { items: (body) => listAt(body, description.items), next: () => undefined };
}

interface Learned {
  readonly pageSize: number;
  readonly probe: boolean;
  readonly pagesLeft: number;
}

/** True for a bare array where an envelope was declared: some servers page only from a certain length on. */
function isWholeList(body: unknown, items: MemberPath): boolean {
  return items.length > 0 && Array.isArray(body);
}

function listAt(body: unknown, items: MemberPath): readonly unknown[] {
  const list = Array.isArray(body) ? body : readMember(body, items);
  if (Array.isArray(list)) return list;
  // Servers written in languages where an empty list and none are one value answer null.
  if (list === null) return [];
  throw new TypeError(`${spell(items)} is not a list`);
}

function totalAt(total: MemberPath | undefined): (body: unknown) => number | undefined {
  return (body) => (total ? readCount(readMember(body, total)) : undefined);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function spell(path: MemberPath): string {
  return path.length > 0 ? `\`${path.join(".")}\` of the answer` : "the answer";
}
