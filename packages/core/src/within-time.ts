import type { CallState } from "./call-state.ts";
import { startTimer } from "./start-timer.ts";
import { untilAborted } from "./until-aborted.ts";

/** Does what may take any time within the time that a call has left. */
export async function withinTime<T>(call: CallState, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { signal, end } = startTimer(call, Infinity);
  return untilAborted(work(signal), signal).finally(end);
}
