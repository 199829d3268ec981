import { DecodeError } from "./errors.ts";
import { excerpt } from "./excerpt.ts";
import { createLoopGuard } from "./page-loop-guard.ts";
import type { PageRequest, PageStrategy } from "./page-strategy.ts";
import type { Page } from "./paginator.ts";
import { createPageQueue } from "./prefetch.ts";
import { readRequestId } from "./read-request-id.ts";
import type { Result } from "./result.ts";

/** One reading of a list. */
export interface PageReading {
  /** The operationId. */
  readonly operation: string;
  readonly strategy: PageStrategy;
  /** The request for the first page. */
  readonly first: PageRequest;
  /** Asks for one page. */
  readonly read: (request: PageRequest) => Promise<Result<unknown>>;
  /** Writes the request for a page as a resume cursor. */
  readonly save: (request: PageRequest) => string;
  readonly prefetch: number;
  readonly maxPages: number;
  readonly signal: AbortSignal;
}

/** Reads pages until the strategy knows no next one. Items are as the strategy finds them; the caller knows their type. */
export async function* readPages(reading: PageReading): AsyncGenerator<Page<unknown>, void, undefined> {
  const { operation, strategy, read, save, maxPages, signal } = reading;
  const queue = createPageQueue(reading.first, read, reading.prefetch);
  const guard = createLoopGuard();
  let before: PageRequest | undefined;
  let count = 0;
  for (let pending = queue.shift(); pending !== undefined; pending = queue.shift()) {
    signal.throwIfAborted();
    const { request } = pending;
    const { data, error, response } = await pending.answer();
    if (error) {
      if (error.status === 404 && before && (await isPastEnd(request, before, reading))) return;
      throw error;
    }
    count += 1;
    const { items, next, total } = asDeclared({ operation, response, data }, () => {
      const found = { items: strategy.items(data), next: strategy.next(data, request), total: strategy.total?.(data) };
      guard({ request, items: found.items, next: found.next });
      return found;
    });
    if (next) queue.fill(next, (distance) => strategy.ahead?.(data, request, distance), maxPages - count);
    yield { items, response, ...(total !== undefined && { total }), ...(next && { cursor: save(next) }) };
    if (!next) return;
    before = request;
  }
}

/**
 * True when the 404 for a page is the end of the list: the page before was short already, or says on a second look that it is the
 * last, because items went away meanwhile. Any other 404 is an error, or a deleted project would look like a short list.
 */
async function isPastEnd(request: PageRequest, before: PageRequest, reading: PageReading): Promise<boolean> {
  if (request.probe) return true;
  const { data, error, response } = await reading.read(before);
  if (error) return false;
  return asDeclared({ ...reading, response, data }, () => reading.strategy.next(data, before) === undefined);
}

interface Answered {
  readonly operation: string;
  readonly response: Response;
  readonly data: unknown;
}

/** Runs what reads an answer. An answer that is not as the strategy declares is the server's fault, and says so. */
function asDeclared<R>({ operation, response, data }: Answered, readAnswer: () => R): R {
  try {
    return readAnswer();
  } catch (cause) {
    const reason = cause instanceof TypeError ? cause.message : "it cannot be read";
    const mediaType = response.headers.get("content-type")?.split(";", 1)[0]?.trim() ?? "";
    throw new DecodeError({
      operation,
      message: `${operation}: the page that was answered is not as the list is declared: ${reason}.`,
      status: response.status,
      requestId: readRequestId(response),
      mediaType,
      excerpt: excerpt(data === undefined ? "" : JSON.stringify(data), []),
      cause,
    });
  }
}
