import { systemClock, type Clock } from "./clock.ts";

/** Waits. Rejects with the signal's reason as soon as it aborts, and leaves neither a timer nor a listener behind. */
export function sleep(
  delayMs: number,
  { clock = systemClock, signal }: { clock?: Clock | undefined; signal?: AbortSignal | null | undefined } = {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      cancel();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason is the caller's own
      reject(signal?.reason);
    };
    const cancel = clock.schedule(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, delayMs);
    if (signal?.aborted === true) abort();
    else signal?.addEventListener("abort", abort, { once: true });
  });
}
