import type { Exchange, ListPage } from "@labelwire/core/msw";

/** The most items that a page has, however many are asked for. */
const mostItems: Readonly<Record<string, number>> = { get_statistics: 100, get_statistics_record: 1000 };

/** A page that is no larger than the platform's largest; undefined where fewer are asked for. */
export function capPage({ operation, url }: Exchange, items: readonly unknown[]): ListPage | undefined {
  const most = Object.hasOwn(mostItems, operation.id) ? mostItems[operation.id] : undefined;
  if (most === undefined || !(Number(url.searchParams.get("limit")) > most)) return undefined;
  const start = (Number(url.searchParams.get("offset") ?? 1) - 1) * most;
  return { items: items.slice(start, start + most), members: [[["data", "count"], items.length]] };
}
