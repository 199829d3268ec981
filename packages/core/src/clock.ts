/** Where time comes from. For tests there is `createMockClock`, beside the mock of a platform: waits take no time on it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, `delayMs` milliseconds from now, and returns what cancels that. */
  schedule(callback: () => void, delayMs: number, options?: TimerOptions): () => void;
}

/** What a clock can be told of a timer. */
export interface TimerOptions {
  /**
   * True for a pause: nothing is done until it is over, as between two looks at a job, so that a clock for tests may skip it. False
   * for a deadline, which a quick answer forestalls. Default: false.
   */
  readonly isPause?: boolean | undefined;
}

/** The longest delay a timer can hold (a signed 32-bit count of milliseconds, about 24.8 days); beyond it timers fire at once. */
const longestDelayMs = 2_147_483_647;

/** The system's time and timers, looked up at each use so that fake timers installed later apply. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (callback, delayMs) => {
    const timer = setTimeout(callback, Math.min(delayMs, longestDelayMs));
    return () => clearTimeout(timer);
  },
};
