import { createAngoHubClient, exportTasks } from "@labelwire/ango-hub";
import { createAngoHubMock, createMockClock } from "@labelwire/ango-hub/msw";
import { expect, test } from "vitest";

test("on a mock clock an export after a rate limit does not wait", async () => {
  const clock = createMockClock({ now: 0 });
  const mock = createAngoHubMock({ clock, state: { tasks: [{ externalId: "cat.jpg" }] } });
  const ango = createAngoHubClient({ auth: { apiKey: "any" }, fetch: mock.fetch, clock });
  const real = performance.now();

  mock.fail("exportTasks", { status: 429, retryAfterSeconds: 30, times: 2 });
  const file = await exportTasks(ango, { project: "p" });
  expect((await file.bytes()).length).toBeGreaterThan(100);

  expect(clock.pauses).toEqual([30_000, 30_000]);
  expect(performance.now() - real).toBeLessThan(clock.now() / 10);
});
