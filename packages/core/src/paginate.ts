import type { CallInit } from "./call-options.ts";
import { checkOptions, type OptionRules } from "./check-options.ts";
import { configFault } from "./config-fault.ts";
import { joinSignals } from "./join-signals.ts";
import type { Caller, OptionalPagedOperation, PagedOperation } from "./operation.ts";
import { callRules } from "./option-rules.ts";
import type { PageRequest } from "./page-strategy.ts";
import type { Page, PaginateOptions, Paginator } from "./paginator.ts";
import { readPages } from "./read-pages.ts";
import { readCursor, saveCursor, type CursorScope } from "./resume-cursor.ts";

/**
 * Reads a whole list, page by page as it is iterated: one call shape for every platform and every style of paging.
 *
 * A page that fails throws its `ApiError`; what was yielded before stays valid. Leaving the loop cancels the pages in flight. A
 * server that leads in a circle, answers the same page twice or sends nothing but empty pages ends in a `DecodeError`, never in an
 * endless loop.
 *
 * @param client - A client of the operation's platform.
 * @param operation - An operation function that answers with a page.
 * @param init - What the operation takes: parameters, body and call options, for every page.
 * @throws ConfigError at once for an option that cannot be used. While iterating: ApiError, DecodeError, what a call rejects with,
 * and the signal's reason.
 * @example
 * for await (const pet of paginate(client, listPets, { params: { query: { status: "sold" } } })) console.log(pet.name);
 */
export function paginate<P extends string, I, D, T>(
  client: Caller<P>,
  operation: OptionalPagedOperation<P, I, D, T>,
  init?: I,
  options?: PaginateOptions,
): Paginator<T>;
export function paginate<P extends string, I, D, T>(
  client: Caller<P>,
  operation: PagedOperation<P, I, D, T>,
  init: I,
  options?: PaginateOptions,
): Paginator<T>;
export function paginate<P extends string, T>(
  client: Caller<P>,
  operation: PagedOperation<P, CallInit, unknown, T>,
  init: CallInit = {},
  options: PaginateOptions = {},
): Paginator<T> {
  checkOptions(options, rules);
  const { id, page: strategy } = operation;
  // Types say so too, and JavaScript has none.
  if (!(strategy as unknown)) {
    throw configFault("operation", "must be an operation function that answers with a page, itself and not called");
  }
  const { prefetch = 0, maxPages = Infinity, from } = options;
  const { params, body } = init;
  const initial: PageRequest = { query: params?.query ?? {}, body };
  const scope: CursorScope = { operation: id, path: params?.path, initial };
  const first = from === undefined ? initial : readCursor(scope, from);

  const pages = async function* (): AsyncGenerator<Page<T>, void, undefined> {
    const { signal, abort } = joinSignals(init.signal, options.signal);
    const read = ({ query, body }: PageRequest): ReturnType<typeof operation> =>
      operation(client, { ...init, params: { ...params, query }, ...(body !== undefined && { body }), signal });
    const save = (next: PageRequest): string => saveCursor(scope, next);
    try {
      const reading = readPages({ operation: id, strategy, first, read, save, prefetch, maxPages, signal });
      // The generator resolved T from the same place in the answer where the strategy finds the items.
      yield* reading as AsyncGenerator<Page<T>, void, undefined>;
    } finally {
      abort();
    }
  };
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const { items } of pages()) for (const item of items) yield item;
    },
  };
}

const rules: OptionRules = {
  prefetch: [(value) => Number.isInteger(value) && Number(value) >= 0, "a whole number, 0 or more"],
  maxPages: [(value) => typeof value === "number" && value >= 1, "a number, 1 or more"],
  from: [(value) => typeof value === "string", "the `cursor` of a page"],
  signal: callRules["signal"],
};
