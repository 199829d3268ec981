import { checkOptions, type OptionRules } from "../check-options.ts";
import type { Clock } from "../clock.ts";
import { configFault } from "../config-fault.ts";

/** Options of {@link createMockClock}. */
export interface MockClockOptions {
  /** The time that it shows at first: milliseconds since the epoch, or a `Date`. Default: 2026-01-15, 09:30 UTC. */
  readonly now?: number | Date | undefined;
  /** False: no pause is skipped, and time moves by `advance` alone. Default: true. */
  readonly skipPauses?: boolean | undefined;
}

/** A clock whose time stands still but for pauses, which are over at once, and for what a test adds. */
export interface MockClock extends Clock {
  /**
   * Moves time on by so many milliseconds: what comes due on the way fires in its order, each at its own time, and what follows from
   * it runs before the next does.
   *
   * @throws ConfigError for what is no number of milliseconds, 0 or more.
   */
  readonly advance: (ms: number) => Promise<void>;
  /** The pauses that are over, in milliseconds, in order: how long the code under test would have waited. */
  readonly pauses: readonly number[];
  /** Keeps pauses from being skipped until what it returns is called, for work of a test's own that takes real time. */
  readonly hold: () => () => void;
}

interface Timer {
  readonly callback: () => void;
  readonly delayMs: number;
  readonly dueMs: number;
  readonly isPause: boolean;
}

/** The time that mocks begin at, in milliseconds since the epoch, so that every run shows the same. */
export const mockEpochMs: number = Date.UTC(2026, 0, 15, 9, 30);

/** Turns of the event loop without a timer set or taken back, after which everything is taken to wait. */
const quietTurns = 5;

// The real one, kept for when a test has its runner fake the timers.
const { setTimeout } = globalThis;

const rules: OptionRules = {
  now: [
    (value) => (typeof value === "number" || value instanceof Date) && Number.isFinite(Number(value)),
    "milliseconds since the epoch, or a Date",
  ],
  skipPauses: [(value) => typeof value === "boolean", "true or false"],
};

/**
 * Makes a clock for tests, on which waiting takes no time. Give it to the client, and to the mock.
 *
 * Time moves in two ways. A **pause**, which is a wait between two looks at a job, before a repeated request or for a rate limit, is
 * skipped as soon as nothing else goes on: no request is with the mock, and the event loop has been quiet for a few turns. A
 * **deadline** is never what time is moved for, however long a real answer takes; it fires when a pause that is skipped, a `delayMs`
 * of the mock, or `advance` goes beyond it, before that does. Timers fire in the order in which they are due.
 *
 * @throws ConfigError for an option that cannot be used.
 * @example
 * const clock = createMockClock();
 * const mock = createPetsMock({ clock });
 * const pets = createPetsClient({ auth, fetch: mock.fetch, clock });
 *
 * mock.fail("listPets", { status: 429, retryAfterSeconds: 20, times: 1 });
 * await unwrap(listPets(pets)); // at once
 * expect(clock.pauses).toEqual([20_000]);
 */
export function createMockClock(options: MockClockOptions = {}): MockClock {
  checkOptions(options, rules);
  const { now = mockEpochMs, skipPauses = true } = options;
  const timers = new Set<Timer>();
  const pauses: number[] = [];
  const holds = new Set<object>();
  let nowMs = Math.ceil(Number(now));
  let events = 0;
  let isSkipping = false;
  // One move after the other: time never goes back.
  let moves: Promise<unknown> = Promise.resolve();

  // A pause without an end is none: time cannot go there.
  const isWaiting = (): boolean =>
    holds.size === 0 && [...timers].some(({ isPause, dueMs }) => isPause && dueMs < Infinity);

  const settle = async (): Promise<void> => {
    for (let turns = 0, seen = events; turns < quietTurns; turns += 1) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (seen !== events) turns = 0;
      seen = events;
    }
  };

  /** Fires what is due first, if it is due by then; of two at one time what was set first. */
  const fireNext = (byMs: number): boolean => {
    const [first] = [...timers].sort((one, other) => one.dueMs - other.dueMs);
    if (!first || first.dueMs > byMs) return false;
    timers.delete(first);
    nowMs = first.dueMs;
    if (first.isPause) pauses.push(first.delayMs);
    events += 1;
    first.callback();
    return true;
  };

  /** Skips to what is due first, again and again, as long as something pauses and nothing else goes on. */
  const wake = (): void => {
    events += 1;
    if (!skipPauses || isSkipping || !isWaiting()) return;
    isSkipping = true;
    const skip = async (): Promise<void> => {
      await settle();
      isSkipping = false;
      if (isWaiting()) fireNext(Number.MAX_VALUE);
      wake();
    };
    moves = moves.then(skip, skip);
  };

  return {
    pauses,
    now: () => nowMs,
    schedule: (callback, delayMs, { isPause = false } = {}) => {
      const timer: Timer = { callback, delayMs, dueMs: nowMs + wholeMs(delayMs), isPause };
      timers.add(timer);
      wake();
      return () => {
        timers.delete(timer);
        events += 1;
      };
    },
    hold: () => {
      const hold = {};
      holds.add(hold);
      events += 1;
      return () => {
        holds.delete(hold);
        wake();
      };
    },
    advance: async (ms) => {
      if (!(ms >= 0 && ms < Infinity)) throw configFault("ms", "must be a number of milliseconds, 0 or more");
      const go = async (): Promise<void> => {
        const byMs = nowMs + wholeMs(ms);
        do await settle();
        while (fireNext(byMs));
        nowMs = byMs;
      };
      moves = moves.then(go, go);
      await moves;
    },
  };
}

/** Clocks show whole milliseconds; a timer never fires before its time. */
function wholeMs(ms: number): number {
  return Math.ceil(Math.max(ms, 0));
}
