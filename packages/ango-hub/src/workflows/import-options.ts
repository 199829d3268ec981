import { steeringRules, type OptionRules } from "@labelwire/core";
import type { ImportProgress } from "./import-report.ts";
import { count } from "./option-rules.ts";

/** What every import of a list takes. */
export interface ImportOptions {
  /** The most items in one request. Default: 100. The platform documents no limit; fewer are lost together when one is refused. */
  readonly itemsPerRequest?: number | undefined;
  /** Called after each request. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Ends the import: the promise rejects with the signal's reason. What was imported stays so; `onProgress` has told it. */
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds for each request. Default: the client's `timeoutMs` and `attemptTimeoutMs`. */
  readonly requestTimeoutMs?: number | undefined;
}

const { signal, onProgress, timeoutMs: requestTimeoutMs } = steeringRules;

/** How what goes in several requests is checked: no time bounds the whole of it, but each request has one. */
export const importRules: OptionRules = { itemsPerRequest: count, onProgress, signal, requestTimeoutMs };
