import type { CallInit } from "./call-options.ts";
import type { CallState } from "./call-state.ts";
import { checkOptions } from "./check-options.ts";
import type { ClientSettings } from "./client-settings.ts";
import { isTimeoutError } from "./errors.ts";
import { callRules } from "./option-rules.ts";

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

/** What is known of a call before it starts. */
type CallFacts = Pick<CallState, "operation" | "idempotent" | "integers" | "mayBeEmpty">;

/**
 * Starts a call, runs it, and takes every timer and listener of it away.
 *
 * @throws ConfigError for an option in `init` that does not exist or cannot be right.
 */
export async function withCall<T>(
  settings: ClientSettings,
  { init, facts }: { readonly init: CallInit; readonly facts: CallFacts },
  run: (call: CallState) => Promise<T>,
): Promise<T> {
  checkOptions(init, callRules);
  const call = startCall(settings, init, facts);
  try {
    call.signal?.throwIfAborted();
    return await run(call);
  } catch (error) {
    // Made in a timer, so that its own stack leads to none of the caller's code. Others' stacks do, such as that of a mock's error.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Firefox had none until version 138
    if (isTimeoutError(error)) Error.captureStackTrace?.(error);
    throw error;
  } finally {
    call.attempt?.end();
  }
}

// Its client's settings are its prototype: to copy two dozen members, and to read the copies, took Node 20 a sixth of a call on loopback.
// The rest is written member by member, as `Object.assign` costs a call another 2 %.
function startCall(settings: ClientSettings, init: CallInit, facts: CallFacts): CallState {
  const call = Object.create(settings) as Writable<CallState>;
  call.operation = facts.operation;
  call.idempotent = facts.idempotent;
  call.integers = facts.integers;
  call.mayBeEmpty = facts.mayBeEmpty;
  call.signal = init.signal;
  call.timeoutMs = init.timeoutMs ?? settings.timeoutMs;
  call.attemptTimeoutMs = init.attemptTimeoutMs ?? settings.attemptTimeoutMs;
  call.retry = init.retry ?? settings.retry;
  call.dueMs = settings.clock.now() + call.timeoutMs;
  call.attempts = 0;
  call.secrets = () => [];
  return call;
}
