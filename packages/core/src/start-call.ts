import type { CallOptions } from "./call-options.ts";
import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import { startDeadline } from "./deadline.ts";
import { TimeoutError } from "./errors.ts";

/** What the kinds of call differ in. */
export type CallTraits = Pick<CallState, "operation" | "idempotent" | "replayable"> &
  Partial<Pick<CallState, "removedHeaders" | "followCrossOrigin" | "isBare" | "bodySignal">>;

/** Starts a call and its total deadline. Whoever starts a call ends it with {@link endCall}. */
export function startCall(settings: ClientSettings, options: CallOptions, traits: CallTraits): CallState {
  const retry = options.retry ?? settings.retry;
  const timeoutMs = options.timeoutMs ?? settings.timeoutMs;
  const total = startDeadline({
    clock: settings.clock,
    timeoutMs,
    parent: options.signal,
    reason: () => timeoutError(call, { timeoutMs, phase: "total" }),
  });
  const call: CallState = {
    removedHeaders: [],
    followCrossOrigin: false,
    isBare: false,
    bodySignal: undefined,
    ...settings,
    ...traits,
    maxAttempts: retry === false ? 1 : (retry.maxAttempts ?? 3),
    maxDelayMs: (retry !== false ? retry.maxDelayMs : undefined) ?? 30_000,
    attemptTimeoutMs: options.attemptTimeoutMs ?? settings.attemptTimeoutMs,
    total,
    attempts: 0,
    // What ends an attempt must not end the call.
    attempt: { ...total, end: () => undefined },
    request: undefined,
    authentication: undefined,
    rejected: undefined,
  };
  return call;
}

/** Takes every timer and listener of a call away. */
export function endCall(call: CallState): void {
  call.attempt.end();
  call.total.end();
}

/** The error of a deadline that has passed. */
export function timeoutError(
  { definition, operation, attempts }: CallState,
  { timeoutMs, phase }: Pick<TimeoutError, "timeoutMs" | "phase">,
): TimeoutError {
  const scope = phase === "total" ? "retries included" : `attempt ${attempts}`;
  return new TimeoutError({
    message: `${definition.title} did not answer ${operation} within ${timeoutMs} ms (${scope}).`,
    operation,
    timeoutMs,
    phase,
  });
}

/** True for the methods that HTTP defines as safe to repeat (RFC 9110 §9.2.2). */
export function isIdempotent(method: string): boolean {
  return !/^(post|patch)$/i.test(method);
}
