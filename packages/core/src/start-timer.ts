import type { CallState } from "./call-state.ts";
import { startDeadline, type Deadline } from "./deadline.ts";
import { TimeoutError } from "./errors.ts";

/** Starts the time that an attempt has, or with `Infinity` all that the call has left, whichever is less. It has to be ended. */
export function startTimer(
  call: Pick<CallState, "attempts" | "clock" | "definition" | "dueMs" | "operation" | "signal" | "timeoutMs">,
  attemptTimeoutMs: number,
): Deadline {
  const { clock, definition, operation } = call;
  const leftMs = call.dueMs - clock.now();
  const isTotal = leftMs <= attemptTimeoutMs;
  const timeoutMs = isTotal ? call.timeoutMs : attemptTimeoutMs;
  const reason = (): TimeoutError => {
    const scope = isTotal ? "retries included" : `attempt ${call.attempts}`;
    const message = `${definition.title} did not answer ${operation} within ${timeoutMs} ms (${scope}).`;
    return new TimeoutError({ message, operation, timeoutMs, phase: isTotal ? "total" : "attempt" });
  };
  return startDeadline({ clock, timeoutMs: Math.min(leftMs, attemptTimeoutMs), parent: call.signal, reason });
}
