import {
  createCvatClient,
  createTask,
  exportDataset,
  importAnnotations,
  unwrap,
  type CvatClient,
} from "@labelwire/cvat";
import { createCvatMock, createMockClock, type CvatMock, type MockClock } from "@labelwire/cvat/msw";
import { requestsRetrieve, tasksCreateDatasetExport, tasksRetrieve } from "@labelwire/cvat/operations";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const minuteMs = 60_000;
const auth = { accessToken: "any" };
const clock: MockClock = createMockClock();
const mock: CvatMock = createCvatMock({ clock });
const server = setupServer(...mock.handlers);

/** How long work takes, by the clock of the test and by that of the machine. */
async function time(work: () => Promise<unknown>): Promise<{ readonly shownMs: number; readonly realMs: number }> {
  const [shown, real] = [clock.now(), performance.now()];
  await work();
  return { shownMs: clock.now() - shown, realMs: performance.now() - real };
}

beforeAll(() => {
  // msw 3 renamed the option, and takes no notice of the old name.
  const options = { onUnhandledRequest: "error", onUnhandledFrame: "error" } as const;
  server.listen(options);
});
afterAll(() => {
  server.close();
});

const doors: readonly (readonly [string, () => CvatClient])[] = [
  ["mock.fetch", () => createCvatClient({ auth, fetch: mock.fetch, clock, random: () => 0 })],
  ["msw", () => createCvatClient({ auth, clock, random: () => 0 })],
];

describe.each(doors)("on a mock clock, through %s,", (_door, connect) => {
  test("a task is made, annotated and exported without waiting, though the server is away for minutes", async () => {
    mock.reset();
    const cvat = connect();
    const annotations = new File(["{}"], "coco.json");
    const { shownMs, realMs } = await time(async () => {
      mock.fail("tasks_retrieve", { status: 503, retryAfterSeconds: 25, times: 2 });
      const { id, size } = await createTask(cvat, { name: "cats" }, [new File(["one"], "1.jpg")]);
      expect(size).toBe(1);
      mock.fail("requests_retrieve", { status: 502, times: 3 });
      await importAnnotations(cvat, { task: id }, annotations, { format: "COCO 1.0" });
      mock.fail("requests_retrieve", { status: 504, times: 3 });
      const file = await exportDataset(cvat, { task: id }, { format: "COCO 1.0" });
      expect((await file.bytes()).length).toBeGreaterThan(100);
    });
    expect(shownMs).toBeGreaterThan(minuteMs);
    expect(realMs).toBeLessThan(shownMs / 10);
  });

  test("a request that is never worked off meets its deadline", async () => {
    mock.reset();
    mock.on("requests_retrieve", ({ respond }) => respond(200, { status: "queued" }));
    const { shownMs, realMs } = await time(async () => {
      const work = exportDataset(connect(), { task: 1 }, { format: "COCO 1.0", timeoutMs: 30 * minuteMs });
      await expect(work).rejects.toMatchObject({ name: "JobTimeoutError" });
    });
    expect(shownMs).toBe(30 * minuteMs);
    expect(realMs).toBeLessThan(shownMs / 10);
  });

  test("an answer that is late is too late for a deadline, and only for that", async () => {
    mock.reset();
    const [cvat, init] = [connect(), { params: { path: { id: 1 } } }];
    mock.fail("tasks_retrieve", { delayMs: 10 * minuteMs });
    const quick = tasksRetrieve(cvat, { ...init, timeoutMs: 9 * minuteMs, retry: false, attemptTimeoutMs: Infinity });
    await expect(quick).rejects.toMatchObject({ name: "TimeoutError" });
    const patient = tasksRetrieve(cvat, { ...init, timeoutMs: 11 * minuteMs, attemptTimeoutMs: Infinity });
    expect((await unwrap(patient)).id).toBe(1);
  });
});

test("the file of an export expires after a day", async () => {
  const cvat = createCvatClient({ auth, fetch: mock.fetch, clock });
  const params = { path: { id: 7 }, query: { format: "COCO 1.0" } };
  const { rq_id: id } = await unwrap(tasksCreateDatasetExport(cvat, { params }));
  const look = async (): Promise<string> =>
    (await unwrap(requestsRetrieve(cvat, { params: { path: { id } } }))).result_url ?? (await look());
  const url = await look();
  const status = async (): Promise<number> => (await cvat.fetch(url)).status;
  await clock.advance(24 * 60 * minuteMs - 1);
  expect(await status()).toBe(200);
  await clock.advance(1);
  expect(await status()).toBe(404);
});
