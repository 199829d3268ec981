import { createMockClock, type MockClock } from "@labelwire/cvat/msw";

/** A clock that does not wait, and that begins at the time of the servers of tests. */
export function skippingClock(): MockClock {
  return createMockClock({ now: Date.now() });
}
