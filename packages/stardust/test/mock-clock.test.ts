import { createStardustClient, importDataset, sendTasks } from "@labelwire/stardust";
import { createStardustHelixClient, unwrap, waitForAnnotationRequest } from "@labelwire/stardust/helix";
import { createStardustHelixMock } from "@labelwire/stardust/helix/msw";
import { createAnnotationRequest } from "@labelwire/stardust/helix/operations";
import { createMockClock, createStardustMock } from "@labelwire/stardust/msw";
import { expect, test } from "vitest";

const auth = { accessKey: "any", secretKey: "any" };

test("on a mock clock a dataset and tasks are imported without waiting", async () => {
  const clock = createMockClock({ now: 0 });
  const mock = createStardustMock({ clock });
  const stardust = createStardustClient({ auth, fetch: mock.fetch, clock });
  const real = performance.now();

  mock.fail("get_status", { status: 503, retryAfterSeconds: 30, times: 2 });
  const { status } = await importDataset(stardust, { name: "cats", dataType: 2 }, { resourceUrl: "gs://cats/2026" });
  expect(status).toBe(2);
  const report = await sendTasks(stardust, { project: 12 }, { resourceUrl: "https://files.example.com/cats.jsonl" });
  expect(report.status).toBe(3);

  expect(clock.now()).toBeGreaterThan(60_000);
  expect(performance.now() - real).toBeLessThan(clock.now() / 10);
  // Requests are signed with the time that the clock shows.
  const times = mock.requests().map(({ headers }) => Number(headers["x-ts"]));
  expect([times[0], times.at(-1)]).toEqual([0, clock.now()]);
});

test("on a mock clock an annotation request is worked off without waiting", async () => {
  const clock = createMockClock({ now: 0 });
  const mock = createStardustHelixMock({ clock });
  const helix = createStardustHelixClient({ auth, fetch: mock.fetch, clock });
  const real = performance.now();

  mock.fail("get_annotation_request", { status: 503, retryAfterSeconds: 30, times: 2 });
  const sceneIdMap = { s1: "gs://b/1.json" };
  const body = { annotationRequestId: "r", annotationRequestName: "r", campaignId: "c", sceneIdMap };
  await unwrap(createAnnotationRequest(helix, { body }));
  const { successTaskMap } = await waitForAnnotationRequest(helix, "r");
  expect(Object.values(successTaskMap ?? {})).toEqual(["s1"]);

  expect(clock.now()).toBeGreaterThan(60_000);
  expect(performance.now() - real).toBeLessThan(clock.now() / 10);
});
