import { isApiError, type CallOptions } from "@labelwire/core";
import type { ImportOptions } from "./import-options.ts";
import type { ImportFailure, ImportReport } from "./import-report.ts";
import { toError } from "./to-error.ts";

interface ChunkedImport<Item> {
  readonly items: readonly Item[];
  /** Sends one chunk; rejects when it was not imported. */
  readonly send: (chunk: readonly Item[], callOptions: CallOptions) => Promise<unknown>;
  readonly options: ImportOptions;
}

interface ChunkedReport extends ImportReport {
  /**
   * The answers to the requests that were accepted, in order. Not typed, because they are read when the work is done: an answer
   * that is not as specified must not cost the report.
   */
  readonly answers: readonly unknown[];
}

/**
 * Sends items a chunk at a time. A chunk that fails stops nothing but itself, and is not tried again in parts, since it is not
 * known whether the platform took some of it. After a 401 the rest is not sent: each request would be refused alike.
 *
 * @throws the signal's reason when aborted; every other failure is in the report.
 */
export async function importInChunks<Item>({
  items,
  send,
  options: { itemsPerRequest = 100, onProgress, signal, requestTimeoutMs: timeoutMs },
}: ChunkedImport<Item>): Promise<ChunkedReport> {
  const callOptions: CallOptions = {
    ...(signal && { signal }),
    ...(timeoutMs !== undefined && { timeoutMs, attemptTimeoutMs: timeoutMs }),
  };
  const answers: unknown[] = [];
  const failed: ImportFailure[] = [];
  let imported = 0;
  let unauthorized: Error | undefined;

  for (let start = 0; start < items.length; start += itemsPerRequest) {
    const chunk = items.slice(start, start + itemsPerRequest);
    let failure: ImportFailure | undefined;
    try {
      signal?.throwIfAborted();
      if (unauthorized !== undefined) throw unauthorized;
      answers.push(await send(chunk, callOptions));
      imported += chunk.length;
    } catch (error) {
      if (signal?.aborted === true) throw error;
      if (isApiError(error) && error.status === 401) unauthorized = error;
      failure = { indexes: chunk.map((_, offset) => start + offset), error: toError(error) };
      failed.push(failure);
    }
    const done = start + chunk.length;
    onProgress?.({
      totalItems: items.length,
      importedItems: imported,
      failedItems: done - imported,
      fraction: done / items.length,
      ...(failure && { failure }),
    });
  }
  return { imported, failed, answers };
}
