import type { CallOptions } from "./call-options.ts";
import type { CallState } from "./call-state.ts";
import type { ClientSettings } from "./client-settings.ts";
import { startTimer } from "./start-timer.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Starts a call and its total deadline, runs it, and takes every timer and listener of it away. */
export async function withCall<T>(
  settings: ClientSettings,
  options: CallOptions & Pick<CallState, "operation" | "idempotent" | "integers">,
  run: (call: CallState) => Promise<T>,
): Promise<T> {
  const { operation, idempotent, integers, signal } = options;
  const own = { ...settings, ...withoutUndefined(options), operation, idempotent, integers, attempts: 0 };
  const call: CallState = { ...own, total: startTimer(own, "total", signal) };
  try {
    call.total.signal.throwIfAborted();
    return await run(call);
  } finally {
    call.attempt?.end();
    call.total.end();
  }
}
