import { createMockClock, type MockClock } from "@labelwire/cvat/msw";

/** The clock of the tests: waits take no time on it. */
export const clock: MockClock = createMockClock();
