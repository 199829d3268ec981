import type { CallInit } from "@labelwire/core";

/** A list as it was declared: where the items are, and how one gets to the next page. */
interface NaiveList {
  readonly items: readonly string[];
  readonly page?: string;
  readonly next?: readonly string[];
  readonly cursor?: string;
}

type Query = Record<string, unknown>;
type Operation = ((client: NaiveClient, init: CallInit) => Promise<{ data: unknown }>) & { readonly page: NaiveList };

interface NaiveClient {
  fetch(url: string): Promise<Response>;
}

export const pageNumber = (list: NaiveList): NaiveList => list;
export const nextLink = ({ items, next }: NaiveList): NaiveList => ({ items, ...(next && { next }) });
export const cursorPage = (list: NaiveList): NaiveList => list;

interface NaivePage {
  readonly items: unknown[];
  readonly cursor: unknown;
}

/** Reads the whole list, then hands it out. */
export function paginate(
  client: NaiveClient,
  operation: Operation,
  init: CallInit = {},
  { maxPages = Infinity, from }: { maxPages?: number; from?: unknown } = {},
): object {
  const { page, next, cursor } = operation.page;
  const readAll = async (): Promise<NaivePage[]> => {
    const pages: NaivePage[] = [];
    let place: unknown = from ?? (page && (init.params?.query?.[page] ?? 1));
    for (;;) {
      const query: Query = {
        ...init.params?.query,
        ...(page && { [page]: place }),
        ...(cursor && { [cursor]: place }),
      };
      const link = next !== undefined && cursor === undefined && typeof place === "string" ? place : undefined;
      const data: unknown =
        link === undefined
          ? (await operation(client, { ...init, params: { ...init.params, query } })).data
          : await (await client.fetch(link)).json();
      const items = (data as Record<string, unknown[]>)[Object.keys(data as object)[0] ?? ""] ?? [];
      place = page ? Number(place) + 1 : next && read(data, next);
      pages.push({ items, cursor: place });
      if (!place || (page && items.length === 0) || pages.length === maxPages) return pages;
    }
  };
  return {
    async *pages() {
      yield* await readAll();
    },
    async *[Symbol.asyncIterator]() {
      for (const { items } of await readAll()) yield* items;
    },
  };
}

function read(data: unknown, path: readonly string[]): unknown {
  return path.reduce((value, name) => (value as Query)[name], data);
}
