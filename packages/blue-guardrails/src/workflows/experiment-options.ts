import type { JobProgress } from "@labelwire/core";

/** What steers the wait for an experiment. */
export interface ExperimentOptions {
  /** Milliseconds until the wait ends in a `JobTimeoutError`; the experiment goes on. Default: 3,600,000 (1 hour). */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds before the second look; the time grows by half from look to look, up to 15 seconds. Default: 1,000. */
  readonly intervalMs?: number | undefined;
  /**
   * True to wait until every expected evaluation is there too, which `metrics` are made of: evaluations may come after the answers.
   * Default: false, since nothing says that an evaluation cannot fail to come.
   */
  readonly awaitEvaluations?: boolean | undefined;
  /** Ends the wait when aborted; the promise rejects with the signal's reason. The experiment goes on. */
  readonly signal?: AbortSignal | null | undefined;
  /** Called after each look, with the fraction of items that are done. */
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
}

/** The time a wait may take where nothing else was said. */
export const defaultWaitMs = 3_600_000;
