import type { JobProgress } from "@labelwire/core";

/** What steers a wait. */
export interface WaitOptions {
  /** Milliseconds until the wait ends in a `JobTimeoutError`; the work goes on. Default: 3,600,000 (1 hour). */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds before the second look; the time grows by half from look to look, up to 15 seconds. Default: 1,000. */
  readonly intervalMs?: number | undefined;
  /** Ends the wait when aborted; the promise rejects with the signal's reason. The work goes on. */
  readonly signal?: AbortSignal | null | undefined;
  /** Called after each look. The platform does not say how much is done, only the status. */
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
}

/** The time a wait may take where nothing else was said. */
export const defaultWaitMs = 3_600_000;
