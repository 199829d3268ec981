import { systemClock, type Clock } from "./clock.ts";
import { untilAborted } from "./until-aborted.ts";

/** Waits. Rejects with the signal's reason as soon as it aborts, and leaves neither a timer nor a listener behind. */
export function sleep(
  delayMs: number,
  { clock = systemClock, signal }: { clock?: Clock | undefined; signal?: AbortSignal | null | undefined } = {},
): Promise<void> {
  let cancel: (() => void) | undefined;
  const over = new Promise<void>((resolve) => {
    cancel = clock.schedule(resolve, delayMs, { isPause: true });
  });
  return untilAborted(over, signal).finally(() => cancel?.());
}
