import { sleep } from "../sleep.ts";
import type { MockClock } from "./mock-clock.ts";

/** A request that a mock is at, as the clock of its test sees it. */
export interface Answering {
  /** Waits, which the clock may skip; it skips nothing else as long as the request is answered. */
  readonly pause: (delayMs: number) => Promise<void>;
  /** The request is answered, or nobody waits for that any more. */
  readonly end: () => void;
}

/**
 * Starts to answer a request, during which no time passes by a clock that a test gave.
 *
 * @param all - What is under way, which this is added to until it ends.
 */
export function startAnswering(
  all: Set<Answering>,
  { clock, signal }: { readonly clock: MockClock | undefined; readonly signal: AbortSignal },
): Answering {
  let release = clock?.hold();
  const answering: Answering = {
    end: () => {
      all.delete(answering);
      release?.();
      signal.removeEventListener("abort", answering.end);
    },
    pause: async (delayMs) => {
      release?.();
      await sleep(delayMs, { clock, signal });
      if (all.has(answering)) release = clock?.hold();
    },
  };
  all.add(answering);
  signal.addEventListener("abort", answering.end);
  return answering;
}
