import type { ClientSettings } from "./client-settings.ts";
import type { Authentication } from "./create-authenticator.ts";
import type { Deadline } from "./deadline.ts";

/** One call on its way through the pipeline: its client's settings, its own, and how far it is. */
export interface CallState extends ClientSettings {
  /** What errors and hooks call it. */
  readonly operation: string;
  /** True where sending it twice does no harm. */
  readonly idempotent: boolean;
  /** False for a body that can be read only once. */
  readonly replayable: boolean;
  readonly maxAttempts: number;
  readonly maxDelayMs: number;
  /** The deadline of the whole call. */
  readonly total: Deadline;
  /** Headers that the caller took away with `null`, so that credentials and scope do not put them back. */
  readonly removedHeaders: readonly string[];
  readonly followCrossOrigin: boolean;
  /** True for a request that goes without credentials and scope wherever it goes. */
  readonly isBare: boolean;
  /** Aborts the body that the pipeline hands out, after its own deadlines have ended. */
  readonly bodySignal: AbortSignal | null | undefined;
  /** How often it was sent. */
  attempts: number;
  /** The deadline of the attempt under way; it runs until the body has been read. Before the first it is that of the call. */
  attempt: Deadline;
  /** What is being sent, for hooks. */
  request: Request | undefined;
  /** What authenticated the last attempt; undefined where it went bare. */
  authentication: Authentication | undefined;
  /** What the server answered 401 to; set once a call. */
  rejected: Authentication | undefined;
}
