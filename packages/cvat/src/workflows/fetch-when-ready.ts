import { isApiError, isTimeoutError, sleep, TimeoutError, type ApiError, type DownloadRequest } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";

/** What is asked for. */
export interface MediaRequest {
  /** The operationId. */
  readonly operation: string;
  /** The path below the base URL, with its query. */
  readonly path: string;
  /** How errors call it, such as `"frame 3 of task 7"`. */
  readonly what: string;
  /** Headers beside those of the transfer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until it has to be ready. */
  readonly timeoutMs: number;
}

/** What the server asks for (2.73), should it ever leave it out. */
const usualWaitMs = 10_000;
/** Never more often, whatever the server asks for: each look occupies a worker of the server for as long as it prepares. */
const leastWaitMs = 1_000;

/**
 * Asks for media, and again for as long as the server still prepares it: it says so with an empty 429, meaning "try again", not "too
 * many requests" (cvat-ai/cvat#8781, #8805). The deadline bounds that, not the client's number of retries. A 429 that says something is a
 * limit, and left to them.
 *
 * @throws TimeoutError when it is not ready in time, ApiError for every other refusal.
 */
export async function fetchWhenReady(
  client: CvatCaller,
  { operation, path, what, headers, timeoutMs }: MediaRequest,
  transfer: DownloadRequest,
): Promise<Response> {
  const { clock } = client;
  const { signal } = transfer;
  const init = {
    signal,
    headers: { ...headers, ...transfer.headers },
    operation,
    followCrossOrigin: true,
    rejectErrors: true,
  };
  const dueMs = clock.now() + timeoutMs;
  const late = (cause?: unknown): TimeoutError => {
    const message = `${operation}: CVAT did not have ${what} ready within ${timeoutMs} ms. It may go on preparing it: try again later, or raise timeoutMs.`;
    return new TimeoutError({ operation, message, timeoutMs, phase: "total", cause });
  };
  for (let leftMs = timeoutMs; ; leftMs = dueMs - clock.now()) {
    try {
      return await client.fetch(path, { ...init, timeoutMs: Math.max(1, leftMs) });
    } catch (error) {
      if (isTimeoutError(error) && error.phase === "total") throw late(error);
      if (!isNotReady(error)) throw error;
      const waitMs = Math.max(leastWaitMs, error.retryAfterMs ?? usualWaitMs);
      if (waitMs >= dueMs - clock.now()) throw late(error);
      await sleep(waitMs, { clock, signal });
    }
  }
}

function isNotReady(error: unknown): error is ApiError {
  return isApiError(error) && error.status === 429 && error.body === "";
}
