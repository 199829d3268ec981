import { checkOptions } from "./check-options.ts";
import { joinSignals } from "./join-signals.ts";
import { callRules } from "./option-rules.ts";

/** How many at a time. */
export interface ConcurrencyOptions {
  /** The most that run at once. Default: 4. */
  readonly concurrency?: number | undefined;
  /** Starts nothing further when aborted; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | null | undefined;
}

/** Does one thing to one item. The signal aborts when another item has failed or the caller aborts. */
export type MapItem<T, R> = (item: T, index: number, signal: AbortSignal) => Promise<R>;

/**
 * Does something to every item, a few at a time, and resolves to the results in the order of the items. The first failure rejects,
 * aborts what is running and starts nothing further; it is thrown once everything has stopped.
 *
 * @throws What `map` throws first, the signal's reason when aborted, ConfigError for a `concurrency` that is not a whole number, 1 or more.
 * @example
 * const sizes = await mapConcurrent(urls, { concurrency: 8 }, async (url, _index, signal) => (await fetch(url, { signal })).status);
 */
export async function mapConcurrent<T, R>(
  items: readonly T[],
  options: ConcurrencyOptions,
  map: MapItem<T, R>,
): Promise<R[]> {
  checkOptions(options, { concurrency: [isCount, "a whole number, 1 or more"], signal: callRules["signal"] });
  const { concurrency = 4, signal: parent } = options;
  const { signal, abort, release } = joinSignals(parent);
  const results: R[] = [];
  const queue = items.entries();
  let failure: { readonly error: unknown } | undefined;

  const work = async (): Promise<void> => {
    // The workers share one iterator, so that each item is taken once.
    for (const [index, item] of queue) {
      if (signal.aborted) return;
      try {
        results[index] = await map(item, index, signal);
      } catch (error) {
        failure ??= { error: parent?.aborted === true ? parent.reason : error };
        abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  release();
  parent?.throwIfAborted();
  if (failure) throw failure.error;
  return results;
}

/**
 * Does something to every item, a few at a time, and resolves to how each went, in the order of the items: a failure stops nothing
 * but itself.
 *
 * @throws The signal's reason when aborted, ConfigError for a `concurrency` that is not a whole number, 1 or more.
 */
export function settleConcurrent<T, R>(
  items: readonly T[],
  options: ConcurrencyOptions,
  map: MapItem<T, R>,
): Promise<PromiseSettledResult<R>[]> {
  return mapConcurrent(items, options, async (item, index, signal): Promise<PromiseSettledResult<R>> => {
    try {
      return { status: "fulfilled", value: await map(item, index, signal) };
    } catch (reason) {
      return { status: "rejected", reason };
    }
  });
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1;
}
