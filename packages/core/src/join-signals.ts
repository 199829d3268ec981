/** A signal of our own that also aborts when one of the caller's does. */
export interface JoinedSignal {
  readonly signal: AbortSignal;
  /** Aborts it, unless it is aborted already, and takes its listeners off the caller's signals. */
  readonly abort: (reason?: unknown) => void;
  /** Takes its listeners off the caller's signals; it can still be aborted. */
  readonly release: () => void;
}

/**
 * Joins signals. Not `AbortSignal.any`: what it makes can stay attached to a long-lived signal (nodejs/node#54614), and a caller may
 * share one signal between a million transfers.
 */
export function joinSignals(...parents: readonly (AbortSignal | null | undefined)[]): JoinedSignal {
  const controller = new AbortController();
  const given = parents.filter((parent) => parent !== undefined && parent !== null);
  const follow = (): void => {
    abort(given.find((parent) => parent.aborted)?.reason);
  };
  const release = (): void => {
    for (const parent of given) parent.removeEventListener("abort", follow);
  };
  const abort = (reason?: unknown): void => {
    release();
    controller.abort(reason);
  };
  for (const parent of given) parent.addEventListener("abort", follow);
  if (given.some((parent) => parent.aborted)) follow();
  return { signal: controller.signal, abort, release };
}
