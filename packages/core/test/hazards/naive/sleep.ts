import { systemClock, type Clock } from "@labelwire/core";

export function sleep(delayMs: number, clock: Clock = systemClock): Promise<void> {
  return new Promise((resolve) => {
    clock.schedule(resolve, delayMs);
  });
}
