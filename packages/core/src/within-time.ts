import type { CallState } from "./call-state.ts";
import { startTimer } from "./start-timer.ts";

/** Does what may take any time within the time that a call has left. */
export async function withinTime<T>(call: CallState, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { signal, race, end } = startTimer(call, Infinity);
  return race(work(signal)).finally(end);
}
