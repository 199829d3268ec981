import type { CallOptions } from "./call-options.ts";
import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import { startDeadline } from "./deadline.ts";
import { TimeoutError } from "./errors.ts";

/** What the kinds of call differ in. */
export type CallTraits = Pick<CallState, "operation" | "idempotent" | "replayable"> &
  Partial<Pick<CallState, "removedHeaders" | "followCrossOrigin" | "isBare" | "bodySignal">>;

/** Starts the total deadline of a call. Whoever starts a call ends it with {@link endCall}. */
export function startCall(settings: ClientSettings, options: CallOptions, traits: CallTraits): CallState {
  const { clock, definition } = settings;
  const { operation } = traits;
  const timeoutMs = options.timeoutMs ?? settings.timeoutMs;
  const retry = options.retry ?? settings.retry;
  return {
    removedHeaders: [],
    followCrossOrigin: false,
    isBare: false,
    bodySignal: undefined,
    ...traits,
    maxAttempts: retry === false ? 1 : (retry.maxAttempts ?? 3),
    maxDelayMs: retry === false ? 0 : (retry.maxDelayMs ?? 30_000),
    attemptTimeoutMs: options.attemptTimeoutMs ?? settings.attemptTimeoutMs,
    deadline: startDeadline({
      clock,
      timeoutMs,
      parent: options.signal,
      reason: () =>
        new TimeoutError({
          message: `${definition.title} did not complete ${operation} within ${timeoutMs} ms, retries included.`,
          operation,
          timeoutMs,
          phase: "total",
        }),
    }),
    attempts: 0,
    attempt: undefined,
    facts: undefined,
    authentication: undefined,
    rejected: undefined,
  };
}

/** Takes every timer and listener of a call away. */
export function endCall(call: CallState): void {
  call.attempt?.end();
  call.deadline.end();
}

/** True for the methods that HTTP defines as safe to repeat (RFC 9110 §9.2.2). */
export function isIdempotent(method: string): boolean {
  return !/^(post|patch)$/i.test(method);
}
