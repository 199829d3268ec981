import { checkOptions, type OptionRules } from "./check-options.ts";
import { systemClock, type Clock } from "./clock.ts";
import { startDeadline } from "./deadline.ts";
import { isJobTimeoutError, JobFailedError, JobTimeoutError } from "./errors.ts";
import { excerpt } from "./excerpt.ts";
import { callable } from "./option-rules.ts";
import { sleep } from "./sleep.ts";
import { waitingRules } from "./steering-rules.ts";
import { untilAborted } from "./until-aborted.ts";

/** What one look at a job has shown. */
export interface JobState {
  /** The job's status, as the platform spells it. */
  readonly status: string;
  /** How much is done, from 0 to 1, where the platform says so. What lies outside is taken as the nearest end. */
  readonly fraction?: number | null | undefined;
  /** What the platform says about it, for people, such as why it failed. */
  readonly message?: string | null | undefined;
  /** Particulars of a failure. */
  readonly details?: unknown;
}

/** How far a job is. */
export interface JobProgress {
  /** The job's status, as the platform spells it. */
  readonly status: string;
  /** From 0 to 1, where the platform says so. */
  readonly fraction?: number;
  /** What the platform says about it, for people, where it does. */
  readonly message?: string;
  /** How often the job has been looked at. */
  readonly checks: number;
}

/** How long and how often a job is waited for: what workflows take that wait for one. */
export interface WaitOptions {
  /** Milliseconds until the wait ends in a `JobTimeoutError`. The job may go on. Default: 3,600,000 (1 hour). */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds before the second look; the time grows by half from look to look, up to 15 seconds. Default: 1,000. */
  readonly intervalMs?: number | undefined;
  /** Ends the wait when aborted; the promise rejects with the signal's reason. The job goes on. */
  readonly signal?: AbortSignal | null | undefined;
  /** Called after each look. */
  readonly onProgress?: ((progress: JobProgress) => void) | undefined;
}

/** A job to wait for. */
export interface PollOptions<S extends JobState> extends WaitOptions {
  /** The job's id, for errors. */
  readonly jobId: string;
  /** What errors call the wait, such as the operationId of the look. */
  readonly operation: string;
  /** Looks at the job. What it throws ends the wait: whether a failed look is repeated is the client's retries to say. */
  readonly check: (signal: AbortSignal) => Promise<S>;
  /** Milliseconds that errors name, where `timeoutMs` is what is left of them. Default: `timeoutMs`. */
  readonly givenTimeoutMs?: number | undefined;
  /** Milliseconds to wait after a look that found the job pending, before jitter. Default: growing from `intervalMs` to `maxIntervalMs`. */
  readonly waitMs?: ((state: S) => number) | undefined;
  /** The statuses of a job that is not done. */
  readonly pending: readonly string[];
  /** The statuses of a job that is done. */
  readonly succeeded: readonly string[];
  /** The statuses of a job that will never be done. */
  readonly failed: readonly string[];
  /** The longest time between two looks, in milliseconds. Default: 15,000. */
  readonly maxIntervalMs?: number | undefined;
  /** Where time comes from. Default: the system. */
  readonly clock?: Clock | undefined;
  /** Where the jitter of waits comes from. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/**
 * Waits until a job is done and resolves to its last state. Ends in any case: by one of the statuses, by its deadline, or by a
 * status that nobody has declared, which may mean anything and is not waited on.
 *
 * The deadline is a timer, so that a clock that is set forward or back neither ends the wait early nor keeps it going.
 *
 * @throws JobFailedError when the job failed or its status is not known, JobTimeoutError at the deadline, the signal's reason when
 * aborted, what `check` throws, ConfigError for an option that cannot be used.
 */
export async function poll<S extends JobState>(options: PollOptions<S>): Promise<S> {
  checkOptions(options, rules);
  const { jobId, operation, timeoutMs = 3_600_000, clock = systemClock, random = Math.random } = options;
  const { intervalMs = 1000, maxIntervalMs = 15_000, givenTimeoutMs = timeoutMs } = options;
  let lastStatus: string | undefined;
  const deadline = startDeadline({
    clock,
    timeoutMs,
    parent: options.signal,
    reason: () => timedOut({ jobId, operation, lastStatus, timeoutMs: givenTimeoutMs }),
  });
  try {
    for (let checks = 1; ; checks += 1) {
      deadline.signal.throwIfAborted();
      const state = await untilAborted(options.check(deadline.signal), deadline.signal);
      lastStatus = state.status;
      options.onProgress?.({ status: state.status, ...fractionOf(state), ...messageOf(state), checks });
      if (options.succeeded.includes(state.status)) return state;
      if (!options.pending.includes(state.status)) throw failedJob(options, state);
      const waitMs = options.waitMs?.(state) ?? Math.min(maxIntervalMs, intervalMs * 1.5 ** (checks - 1));
      // A little jitter, downwards, so that many that wait do not look together.
      await sleep(waitMs * (1 - random() / 4), { clock, signal: deadline.signal });
    }
  } catch (error) {
    // Made in a timer, so that its own stack leads to none of the caller's code.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- Firefox had none until version 138
    if (isJobTimeoutError(error)) Error.captureStackTrace?.(error);
    throw error;
  } finally {
    deadline.end();
  }
}

const statuses: OptionRules[string] = [Array.isArray, "a list of statuses"];

const rules: OptionRules = {
  jobId: undefined,
  operation: undefined,
  check: callable,
  givenTimeoutMs: waitingRules["timeoutMs"],
  waitMs: callable,
  pending: statuses,
  succeeded: statuses,
  failed: statuses,
  ...waitingRules,
  maxIntervalMs: waitingRules["intervalMs"],
  clock: undefined,
  random: undefined,
};

function fractionOf({ fraction }: JobState): { fraction?: number } {
  if (typeof fraction !== "number" || Number.isNaN(fraction)) return {};
  return { fraction: Math.min(1, Math.max(0, fraction)) };
}

function messageOf({ message }: JobState): { message?: string } {
  return message ? { message } : {};
}

function failedJob<S extends JobState>({ jobId, operation, failed }: PollOptions<S>, state: S): JobFailedError {
  const { status, details } = state;
  const reason = state.message ? `: ${excerpt(state.message, [])}` : ", and the platform gave no reason.";
  const message = failed.includes(status)
    ? `${operation}: job ${jobId} ended as ${status}${reason}`
    : `${operation}: job ${jobId} has the status ${JSON.stringify(status)}, which this version does not know, so that it was not waited for.`;
  return new JobFailedError({ operation, jobId, status, details, message });
}

function timedOut(job: {
  readonly jobId: string;
  readonly operation: string;
  readonly lastStatus: string | undefined;
  readonly timeoutMs: number;
}): JobTimeoutError {
  const seen = job.lastStatus === undefined ? "its status was never seen" : `it was last seen ${job.lastStatus}`;
  const message = `${job.operation}: job ${job.jobId} was not done within ${job.timeoutMs} ms; ${seen}. It may still be running.`;
  return new JobTimeoutError({ ...job, message });
}
