import type { ClientSettings } from "./client-settings.ts";
import type { Authentication } from "./create-authenticator.ts";
import type { Deadline } from "./deadline.ts";
import type { IntegerPlaces } from "./operation.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";

/** One call on its way through the pipeline: its client's settings, its own, and how far it is. */
export interface CallState extends ClientSettings {
  /** What errors and hooks call it. */
  readonly operation: string;
  /** True where sending it twice does no harm. */
  readonly idempotent: boolean;
  /** Where its answer has 64-bit integers. */
  readonly integers?: IntegerPlaces | undefined;
  /** True where its answer is undefined for an empty body. */
  readonly mayBeEmpty?: boolean | undefined;
  /** The caller's. */
  readonly signal?: AbortSignal | null | undefined;
  /** When the time of the whole call is up, by the clock. */
  dueMs: number;
  /** How often it was sent. */
  attempts: number;
  /** The deadline of the attempt under way; it runs until the body has been read. */
  attempt?: Deadline;
  /** What is being sent. */
  request?: OutgoingRequest;
  /** Where the last request went: after a redirect, not where the call did. */
  url?: URL;
  /** What authenticated the last attempt; undefined where it went bare. */
  authentication?: Authentication | undefined;
  /** What no error may echo: the credential of the last attempt, and what was sent of it or of another. */
  secrets: () => readonly string[];
  /** What the server answered 401 to; set once a call. */
  rejected?: Authentication;
}
