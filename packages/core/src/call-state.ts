import type { Authentication } from "./create-authenticator.ts";
import type { Deadline } from "./deadline.ts";
import type { RequestFacts } from "./hooks.ts";

/** One call on its way through the pipeline: what holds for all its attempts, and how far it is. */
export interface CallState {
  /** What errors and hooks call it. */
  readonly operation: string;
  /** True where sending it twice does no harm. */
  readonly idempotent: boolean;
  /** False for a body that can be read only once. */
  readonly replayable: boolean;
  readonly maxAttempts: number;
  readonly maxDelayMs: number;
  readonly attemptTimeoutMs: number;
  readonly deadline: Deadline;
  /** Headers that the caller took away with `null`, so that credentials and scope do not put them back. */
  readonly removedHeaders: readonly string[];
  readonly followCrossOrigin: boolean;
  /** True for a request that goes without credentials and scope wherever it goes. */
  readonly isBare: boolean;
  /** Aborts the body that the pipeline hands out, after its own deadlines have ended. */
  readonly bodySignal: AbortSignal | undefined;
  /** How often it was sent. */
  attempts: number;
  /** The attempt under way; its time runs until the body has been read. */
  attempt: Deadline | undefined;
  /** What hooks are told of the attempt under way. */
  facts: (() => RequestFacts) | undefined;
  /** What authenticated the last attempt. */
  authentication: Authentication | undefined;
  /** What the server answered 401 to; set once a call. */
  rejected: Authentication | undefined;
}
