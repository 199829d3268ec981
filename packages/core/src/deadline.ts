import type { Clock } from "./clock.ts";

/** A signal that aborts when its time is up or when the signal above it aborts, whichever comes first. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Settles as `work` does, or rejects with the signal's reason as soon as it aborts: for what does not listen to the signal. */
  readonly race: <T>(work: T | PromiseLike<T>) => Promise<T>;
  /** Takes the timer and the listener away; the signal will not abort any more. */
  readonly end: () => void;
}

/**
 * Starts a deadline, which has to be ended.
 *
 * Not `AbortSignal.any`: what it makes can stay attached to a long-lived signal (nodejs/node#54614), and a caller may share one
 * signal between a million calls.
 */
export function startDeadline({
  clock,
  timeoutMs,
  parent,
  reason,
}: {
  readonly clock: Clock;
  /** `Infinity` for none. */
  readonly timeoutMs: number;
  readonly parent: AbortSignal | null | undefined;
  /** What the signal aborts with when the time is up. */
  readonly reason: () => unknown;
}): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  let abort: (why: unknown) => void;
  // One promise for all that is raced, because listeners cost more; it lives no longer than the deadline.
  const aborted = new Promise<never>((_, reject) => {
    abort = (why) => {
      controller.abort(why);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own
      reject(signal.reason);
    };
  });
  aborted.catch(() => undefined);
  const follow = (): void => {
    abort(parent?.reason);
  };
  const expire = (): void => {
    abort(reason());
  };
  const cancel = timeoutMs === Infinity ? undefined : clock.schedule(expire, timeoutMs);
  if (parent?.aborted === true) follow();
  parent?.addEventListener("abort", follow);
  return {
    signal,
    race: (work) => Promise.race([work, aborted]),
    end: () => {
      cancel?.();
      parent?.removeEventListener("abort", follow);
    },
  };
}
