import type { CallOptions } from "./call-options.ts";
import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import { isTimeoutError } from "./errors.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Starts a call, runs it, and takes every timer and listener of it away. */
export async function withCall<T>(
  settings: ClientSettings,
  options: CallOptions & Pick<CallState, "operation" | "idempotent" | "integers" | "mayBeEmpty">,
  run: (call: CallState) => Promise<T>,
): Promise<T> {
  // What a call has to have is never undefined.
  const own = withoutUndefined(options) as Pick<CallState, "operation" | "idempotent">;
  const call: CallState = { ...settings, ...own, dueMs: 0, attempts: 0, secrets: () => [] };
  call.dueMs = call.clock.now() + call.timeoutMs;
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
