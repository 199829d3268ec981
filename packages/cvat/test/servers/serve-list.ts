import type { Answer, ReceivedRequest } from "./start-server.ts";
import { refusal } from "./start-server.ts";

/**
 * Answers a paged list as CVAT 2.73 does: ten to a page unless asked otherwise, all of it for `page_size=all`, absolute links made
 * from a host of its own thinking, and 404 past the end. What is no number is taken as ten.
 */
export function servePage(
  { url }: Pick<ReceivedRequest, "url">,
  items: readonly unknown[],
  host = "http://behind-the-proxy.invalid",
): Answer {
  const asked = url.searchParams.get("page_size");
  const size = asked === "all" ? Math.max(items.length, 1) : Number(asked) >= 1 ? Number(asked) : 10;
  const page = Number(url.searchParams.get("page") ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  if (!Number.isInteger(page) || page < 1 || page > last) return refusal(404, "Invalid page.");
  const link = (target: number): string => {
    const there = new URL(url.pathname + url.search, host);
    there.searchParams.set("page", String(target));
    return there.href;
  };
  const body = {
    count: items.length,
    next: page < last ? link(page + 1) : null,
    previous: page > 1 ? link(page - 1) : null,
    results: items.slice((page - 1) * size, page * size),
  };
  return { body };
}
