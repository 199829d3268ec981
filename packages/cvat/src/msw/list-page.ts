import type { Exchange, ListPage } from "@labelwire/core/msw";

const defaultSize = 10;

/**
 * A page as the server cuts it (2.73): any size, or `all`; a size that is none is the default; `last` is the last page; a page that is not
 * there is an error. Links to the pages beside are absolute, and the one to the first page has no `page`.
 */
export function listPage({ operation, url }: Exchange, items: readonly unknown[]): ListPage | undefined {
  const { page: description } = operation;
  if (description?.style !== "page-number") return undefined;
  const size = readSize(url.searchParams.get("page_size"), items.length);
  const pages = Math.max(Math.ceil(items.length / size), 1);
  const asked = url.searchParams.get("page") ?? "1";
  const page = asked === "last" ? pages : Number(asked);
  if (!Number.isInteger(page) || page < 1 || page > pages) {
    return { refusal: { status: 404, message: "Invalid page." } };
  }
  return {
    items: items.slice((page - 1) * size, page * size),
    members: [
      [["count"], items.length],
      [["next"], page < pages ? linkTo(url, page + 1) : null],
      [["previous"], page > 1 ? linkTo(url, page - 1) : null],
    ],
  };
}

function readSize(text: string | null, all: number): number {
  if (text === "all") return Math.max(all, 1);
  const size = Number(text);
  return Number.isInteger(size) && size > 0 ? size : defaultSize;
}

function linkTo(url: URL, page: number): string {
  const link = new URL(url);
  if (page === 1) link.searchParams.delete("page");
  else link.searchParams.set("page", String(page));
  return link.href;
}
