import type { MemberPath, PageDescription } from "../page-description.ts";
import { readCount, readMember } from "../read-member.ts";
import type { Exchange } from "./exchange.ts";

/** One page of a list, as members to put into the answer; or why there is no such page. */
export type ListPage =
  | {
      readonly items: readonly unknown[];
      /** What else the answer says; null where the list is at its end. */
      readonly members: readonly (readonly [path: MemberPath, value: unknown])[];
    }
  | { readonly refusal: { readonly status: number; readonly message: string } };

const fallbackSize = 10;

/** Cuts the page out of a list that a request asks for, by the description that the client pages by. */
export function listPage(description: PageDescription, items: readonly unknown[], exchange: Exchange): ListPage {
  switch (description.style) {
    case "page-number": {
      const first = description.firstPage ?? 1;
      const page = ask(exchange, description.page, description.in) ?? first;
      const size = pageSize(exchange, description);
      const start = Math.max(page - first, 0) * size;
      return { items: items.slice(start, start + size), members: counted(description.total, items) };
    }
    case "next-link":
      return linkedPage(description, items, exchange);
    case "cursor":
      return cursorPage(description, items, exchange);
    case "single-page":
      return { items, members: [] };
  }
}

function linkedPage(
  description: Extract<PageDescription, { style: "next-link" }>,
  items: readonly unknown[],
  exchange: Exchange,
): ListPage {
  const name = description.page ?? "page";
  const page = ask(exchange, name) ?? 1;
  const size = pageSize(exchange, description);
  const pages = Math.max(Math.ceil(items.length / size), 1);
  // Servers that page by link answer a page beyond the end with an error (HumanSignal/label-studio-sdk#148).
  if (page < 1 || page > pages) return { refusal: { status: 404, message: "Invalid page." } };
  const link = new URL(exchange.url);
  link.searchParams.set(name, String(page + 1));
  return {
    items: items.slice((page - 1) * size, page * size),
    members: [[description.next, page < pages ? link.href : null], ...counted(description.total, items)],
  };
}

function cursorPage(
  description: Extract<PageDescription, { style: "cursor" }>,
  items: readonly unknown[],
  exchange: Exchange,
): ListPage {
  const sent = exchange.url.searchParams.get(description.cursor);
  const start = sent === null || sent === "" ? 0 : readCursor(sent);
  if (start === undefined) return { refusal: { status: 400, message: "Invalid cursor." } };
  const end = start + pageSize(exchange, description);
  const more = end < items.length;
  return {
    items: items.slice(start, end),
    members: [
      [description.next, more ? btoa(`offset:${String(end)}`) : null],
      ...(description.hasMore ? [[description.hasMore, more] as const] : []),
    ],
  };
}

function readCursor(cursor: string): number | undefined {
  try {
    return readCount(/^offset:(\d+)$/.exec(atob(cursor))?.[1]);
  } catch {
    return undefined;
  }
}

function pageSize(
  exchange: Exchange,
  { size, defaultSize = fallbackSize, in: place }: { size?: string; defaultSize?: number; in?: "query" | "body" },
): number {
  const asked = size === undefined ? undefined : ask(exchange, size, place);
  return asked === undefined || asked === 0 ? defaultSize : asked;
}

function ask({ url, body }: Exchange, name: string, place: "query" | "body" = "query"): number | undefined {
  return readCount(place === "body" ? readMember(body, [name]) : url.searchParams.get(name));
}

function counted(total: MemberPath | undefined, items: readonly unknown[]): readonly (readonly [MemberPath, number])[] {
  return total ? [[total, items.length]] : [];
}
