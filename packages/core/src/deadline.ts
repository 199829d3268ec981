import type { Clock } from "./clock.ts";

/** A signal that aborts when its time is up or when the signal above it aborts, whichever comes first. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  remainingMs(): number;
  /** Takes the timer and the listener away; the signal will not abort any more. */
  end(): void;
}

/**
 * Starts a deadline.
 *
 * Not `AbortSignal.any`: what it makes can stay attached to a long-lived signal (nodejs/node#54614), and a caller may share one
 * signal between a million calls.
 */
export function startDeadline(options: {
  readonly clock: Clock;
  /** `Infinity` for none. */
  readonly timeoutMs: number;
  readonly parent: AbortSignal | null | undefined;
  /** What the signal aborts with when the time is up. */
  readonly reason: () => unknown;
}): Deadline {
  const { clock, timeoutMs, parent, reason } = options;
  const started = clock.now();
  const controller = new AbortController();
  const abort = (): void => {
    end();
    controller.abort(parent?.reason);
  };
  const cancel =
    timeoutMs === Infinity
      ? undefined
      : clock.schedule(() => {
          end();
          controller.abort(reason());
        }, timeoutMs);
  const end = (): void => {
    cancel?.();
    parent?.removeEventListener("abort", abort);
  };
  if (parent?.aborted === true) abort();
  else parent?.addEventListener("abort", abort);
  return { signal: controller.signal, remainingMs: () => started + timeoutMs - clock.now(), end };
}
