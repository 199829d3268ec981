import type { CallState } from "./call-state.ts";
import { startTimer } from "./start-timer.ts";

/**
 * Does what may take any time within the time that a call has left.
 *
 * @param pauseMs - For nothing but waiting in its place: the promise rejects when so many milliseconds are over.
 */
export async function withinTime<T>(
  call: CallState,
  work: (signal: AbortSignal) => Promise<T>,
  pauseMs?: number,
): Promise<T> {
  const { signal, race, end } = startTimer(call, Infinity);
  const pause = (delayMs: number): Promise<never> =>
    new Promise((_, reject) => {
      signal.throwIfAborted();
      signal.addEventListener("abort", call.clock.schedule(reject, delayMs, { isPause: true }));
    });
  return race(pauseMs === undefined ? work(signal) : pause(pauseMs)).finally(end);
}
