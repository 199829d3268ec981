import { createCvatClient, isApiError, type CvatClient } from "@labelwire/cvat";
import { createCvatMock, createMockClock, type CvatMock, type MockClock } from "@labelwire/cvat/msw";
import { beforeEach, expect, test } from "vitest";
import { listReviewQueue } from "../src/list-review-queue.ts";

// The mock is the client's fetch: nothing is intercepted, so tests can run beside each other.
let clock: MockClock;
let mock: CvatMock;
let cvat: CvatClient;
beforeEach(() => {
  clock = createMockClock();
  mock = createCvatMock({
    seed: 1,
    clock,
    state: {
      organizations: [{ slug: "acme" }],
      jobs: Array.from({ length: 120 }, (_, index) => ({
        task_id: 7,
        stage: index < 70 ? ("validation" as const) : ("annotation" as const),
        state: "new" as const,
        assignee: index === 0 ? { username: "ada" } : null,
      })),
    },
  });
  cvat = createCvatClient({ auth: { accessToken: "any" }, fetch: mock.fetch, clock });
});

test("reads all pages of those that wait", async () => {
  const queue = await listReviewQueue(cvat);
  expect(queue).toHaveLength(70);
  expect(queue[0]).toMatchObject({ taskId: 7, assignee: "ada" });
  expect(queue[1]?.assignee).toBe("nobody");
  expect(mock.requests("jobs_list").map(({ params }) => params.query.page_size)).toEqual([50, 50]);
});

test("goes on after a rate limit, which takes no time here", async () => {
  mock.fail("jobs_list", { status: 429, retryAfterSeconds: 20, times: 2 });
  expect(await listReviewQueue(cvat)).toHaveLength(70);
  expect(mock.requests("jobs_list")).toHaveLength(4);
  expect(clock.pauses).toEqual([20_000, 20_000]);
});

test("says so where the organization does not exist", async () => {
  const error: unknown = await listReviewQueue(cvat.with({ organization: "amce" })).catch((reason: unknown) => reason);
  expect(isApiError(error) && error.status).toBe(404);
});

test("takes an answer of our own, typed after the operation", async () => {
  mock.on("jobs_list", ({ respond }) => respond(200, { count: 0, next: null, previous: null, results: [] }));
  expect(await listReviewQueue(cvat)).toEqual([]);
});

test("says so where the connection breaks", async () => {
  mock.fail("jobs_list", { networkError: true });
  await expect(listReviewQueue(cvat.with({ retry: false }))).rejects.toMatchObject({ name: "NetworkError" });
});
