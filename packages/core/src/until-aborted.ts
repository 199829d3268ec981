/**
 * Settles as `value` does, or rejects with the signal's reason as soon as it aborts: for what takes no signal, such as a user's
 * function. Leaves no listener and no unhandled rejection behind.
 */
export function untilAborted<T>(value: T | PromiseLike<T>, signal: AbortSignal | null | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own
      reject(signal?.reason);
    };
    if (signal?.aborted === true) abort();
    else signal?.addEventListener("abort", abort, { once: true });
    void Promise.resolve(value)
      .then(resolve, reject)
      .then(() => signal?.removeEventListener("abort", abort));
  });
}
