import type { CallState } from "./call-state.ts";
import { startTimer } from "./start-timer.ts";

/** Does what may take any time within the time that a call has left, or within `mostMs`, whichever is less. */
export async function withinTime<T>(
  call: CallState,
  work: (signal: AbortSignal) => Promise<T>,
  mostMs: number = Infinity,
): Promise<T> {
  const { signal, race, end } = startTimer(call, mostMs);
  return race(work(signal)).finally(end);
}
