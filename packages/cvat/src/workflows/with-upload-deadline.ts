import { joinSignals, startDeadline, TimeoutError } from "@labelwire/core";
import type { CvatCaller } from "../types.ts";
import type { UploadProgress, UploadSteering } from "./upload-progress.ts";

/** What the steps of an upload get from its options. */
export interface UploadContext {
  /** Aborts at the deadline, with the caller's signal, and when `onProgress` throws. */
  readonly signal: AbortSignal;
  /** Tells the caller; what the caller's function throws ends the upload. */
  readonly tell: (progress: UploadProgress) => void;
  /** Milliseconds that the caller has given for all of it. */
  readonly givenTimeoutMs: number;
  /** Milliseconds that are left. */
  readonly leftMs: () => number;
}

/**
 * Runs the steps of an upload within one deadline.
 *
 * @param operation - What errors call it.
 * @throws TimeoutError at the deadline; the signal's reason when aborted; what `onProgress` throws.
 */
export async function withUploadDeadline<T>(
  { clock }: CvatCaller,
  operation: string,
  { timeoutMs = 21_600_000, signal: given, onProgress }: UploadSteering,
  run: (context: UploadContext) => Promise<T>,
): Promise<T> {
  const message = `${operation} was not done within ${timeoutMs} ms.`;
  const reason = (): TimeoutError => new TimeoutError({ operation, message, timeoutMs, phase: "total" });
  const dueMs = clock.now() + timeoutMs;
  const deadline = startDeadline({ clock, timeoutMs, parent: given, reason });
  const { signal, abort } = joinSignals(deadline.signal);
  let thrown: { readonly error: unknown } | undefined;
  const tell = (progress: UploadProgress): void => {
    try {
      onProgress?.(progress);
    } catch (error) {
      thrown ??= { error };
      abort(error);
    }
  };
  try {
    signal.throwIfAborted();
    const result = await run({
      signal,
      tell,
      givenTimeoutMs: timeoutMs,
      leftMs: () => Math.max(1, dueMs - clock.now()),
    });
    // Its last call may have thrown. What is done is done, though, where the deadline or an abort came only then.
    if (thrown) throw thrown.error;
    return result;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    abort();
    deadline.end();
  }
}
