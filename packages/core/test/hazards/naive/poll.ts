import { sleep } from "./sleep.ts";
import type { JobState, PollOptions } from "@labelwire/core";

/** Asks until the job is done. */
export async function poll(options: PollOptions<JobState>): Promise<JobState> {
  const { check, succeeded, failed, intervalMs = 1000, onProgress, clock } = options;
  for (let checks = 1; ; checks++) {
    const state = await check(new AbortController().signal);
    onProgress?.({ status: state.status, fraction: state.fraction ?? 0, checks });
    if (succeeded.includes(state.status)) return state;
    if (failed.includes(state.status)) throw new Error("The job failed");
    await sleep(intervalMs, clock);
  }
}
