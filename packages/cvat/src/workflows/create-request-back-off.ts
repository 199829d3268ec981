import type { JobState } from "@labelwire/core";

// A small job is done in a second or two: it is not made to wait for the first step of a ladder.
const firstWaitsMs = [500, 1000, 2000];

// As the platform's own user interface waits (server 2.73): 3, 7 and 13 s for what runs; from 7 up to 163 s for what is queued.
const ladders = {
  started: [3_000, 7_000, 13_000],
  queued: [7_000, 13_000, 23_000, 37_000, 61_000, 97_000, 163_000],
};

/**
 * Makes the back-off of one wait: called after each look that found the request unfinished, it says how many milliseconds to wait
 * before the next. Quick at first, then up the ladder of the request's status, which starts anew when the status changes.
 */
export function createRequestBackOff(): (state: Pick<JobState, "status">) => number {
  let looks = 0;
  let step = 0;
  let before = "";
  return ({ status }) => {
    step = status === before ? step + 1 : 0;
    before = status;
    const first = firstWaitsMs[looks];
    looks += 1;
    if (first !== undefined) {
      step = -1;
      return first;
    }
    const ladder = status === "queued" ? ladders.queued : ladders.started;
    return ladder[Math.min(step, ladder.length - 1)] ?? 0;
  };
}
