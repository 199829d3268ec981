import { checkOptions } from "./check-options.ts";

/** How much of a list is collected. */
export interface CollectOptions {
  /** The most items to take; reading stops there. Default: all. */
  readonly maxItems?: number | undefined;
}

/**
 * Reads a list into an array. Pages in flight are cancelled once there are enough items.
 *
 * @throws What the iteration throws; ConfigError for a `maxItems` that is not a number, 0 or more.
 * @example
 * const newest = await collect(paginate(client, listPets, { params: { query: { sort: "-createdAt" } } }), { maxItems: 500 });
 */
export async function collect<T>(source: AsyncIterable<T>, options: CollectOptions = {}): Promise<T[]> {
  checkOptions(options, { maxItems: [(value) => typeof value === "number" && value >= 0, "a number, 0 or more"] });
  const { maxItems = Infinity } = options;
  const items: T[] = [];
  if (maxItems === 0) return items;
  for await (const item of source) {
    items.push(item);
    if (items.length >= maxItems) break;
  }
  return items;
}
