import type { CallState } from "./call-state.ts";
import { startDeadline, type Deadline } from "./deadline.ts";
import { TimeoutError } from "./errors.ts";

/** Starts the deadline of a call, or of an attempt within it. */
export function startTimer(
  call: Pick<CallState, "attempts" | "attemptTimeoutMs" | "clock" | "definition" | "operation" | "timeoutMs">,
  phase: TimeoutError["phase"],
  parent: AbortSignal | null | undefined,
): Deadline {
  const { clock, definition, operation } = call;
  const timeoutMs = phase === "total" ? call.timeoutMs : call.attemptTimeoutMs;
  const reason = (): TimeoutError => {
    const scope = phase === "total" ? "retries included" : `attempt ${call.attempts}`;
    const message = `${definition.title} did not answer ${operation} within ${timeoutMs} ms (${scope}).`;
    return new TimeoutError({ message, operation, timeoutMs, phase });
  };
  return startDeadline({ clock, timeoutMs, parent, reason });
}
