import {
  cancelRequest,
  createCvatClient,
  isApiError,
  isJobFailedError,
  isJobTimeoutError,
  waitForRequest,
  type CvatClient,
  type JobProgress,
  type Schema,
} from "@labelwire/cvat";
import { createMockClock } from "@labelwire/cvat/msw";
import { describe, expect, expectTypeOf, test } from "vitest";
import { plainText, refusal, startServer, type Answer, type TestServer } from "./servers/start-server.ts";

const requestId = "action=export&target=task&target_id=5&user_id=1&subresource=dataset&format=COCO_1~0";

const request: Schema<"Request"> = {
  id: requestId,
  status: "queued",
  message: "",
  operation: { type: "export:dataset", target: "task", task_id: 5, format: "COCO 1.0" },
  created_date: "2026-11-22T00:00:00Z",
  started_date: null,
  finished_date: null,
  expiry_date: null,
  owner: { id: 1, username: "ada" },
  progress: null,
};

const started = (progress: number | null): Answer => ({ body: { ...request, status: "started", progress } });
const finished: Answer = { body: { ...request, status: "finished", progress: 1, result_url: "http://x.test/file" } };

function connect(server: TestServer, clock = createMockClock()): CvatClient {
  return createCvatClient({ baseUrl: server.origin, auth: { accessToken: "t" }, clock });
}

/** A server that answers so, one after another, and the last for ever. */
async function serve(...answers: [Answer, ...Answer[]]): Promise<TestServer> {
  return startServer((_, { requests }) => answers[requests.length - 1] ?? answers.at(-1) ?? answers[0]);
}

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe("waitForRequest", () => {
  test("resolves to the finished request, and tells how far it is on the way", async () => {
    const queued = { body: request };
    const running = { body: { ...request, status: "started", progress: 0.25, message: "Images are being converted" } };
    const server = await serve(queued, running, started(0.75), finished);
    const told: JobProgress[] = [];
    const done = await waitForRequest(connect(server), requestId, { onProgress: (progress) => told.push(progress) });
    expectTypeOf(done).toEqualTypeOf<Schema<"Request">>();
    expect(done.result_url).toBe("http://x.test/file");
    expect(told).toEqual([
      { status: "queued", checks: 1 },
      { status: "started", fraction: 0.25, message: "Images are being converted", checks: 2 },
      { status: "started", fraction: 0.75, checks: 3 },
      { status: "finished", fraction: 1, checks: 4 },
    ]);
  });

  test.each([requestId, "create:task-1", "export:project-3-in-COCO 1.0-format", "a/b?c#d%"])(
    "asks for the id %j as one segment of the path",
    async (id) => {
      const server = await serve(finished);
      await waitForRequest(connect(server), id);
      const { pathname, search } = server.requests[0]?.url ?? new URL("http://none.test");
      expect([pathname.split("/").length, search]).toEqual([4, ""]);
      expect(decodeURIComponent(pathname)).toBe(`/api/requests/${id}`);
    },
  );

  test("looks soon at first, then as the platform's own interface does", async () => {
    const clock = createMockClock();
    const queued = { body: request };
    const server = await serve(queued, queued, queued, queued, started(0), started(0), finished);
    await waitForRequest(connect(server, clock), requestId, { timeoutMs: Infinity });
    const expected = [500, 1000, 2000, 7000, 3000, 7000];
    expect(clock.pauses).toHaveLength(expected.length);
    // Up to a quarter less, so that many that wait do not look together.
    for (const [index, wait] of clock.pauses.entries()) {
      expect(wait).toBeLessThanOrEqual(expected[index] ?? 0);
      expect(wait).toBeGreaterThan((expected[index] ?? 0) * 0.74);
    }
  });

  test.each<[string, Answer | "reset"]>([
    ["502 of a gateway", { status: 502, headers: { "content-type": "text/html" }, body: "<h1>Bad gateway</h1>" }],
    ["503 of a queue that is down", { status: 503, body: "Redis is not available" }],
    ["504", { status: 504 }],
    ["a broken connection", "reset"],
  ])("outlasts %s that the client's own retries do not", async (_, answer) => {
    // 6 looks of the client fail: its first three attempts, and three more after five seconds.
    const server = await startServer((__, { requests }) => (requests.length <= 6 ? answer : finished));
    const done = await waitForRequest(connect(server), requestId);
    expect(done.status).toBe("finished");
    expect(server.requests).toHaveLength(7);
  });

  test("ends with the error when the server stays away", async () => {
    const server = await serve({ status: 502, body: "bad gateway" });
    const error = await outcome(waitForRequest(connect(server), requestId));
    expect(isApiError(error)).toBe(true);
    expect(error).toMatchObject({ status: 502, operation: "requests_retrieve" });
    expect(server.requests.length).toBeGreaterThanOrEqual(4);
  });

  test("a failed request is a JobFailedError with the server's reason and all that it says", async () => {
    const body = { ...request, status: "failed", message: "rest_framework.exceptions.ValidationError: no frames" };
    const server = await serve(started(0.5), { body });
    const error = await outcome(waitForRequest(connect(server), requestId));
    expect(isJobFailedError(error)).toBe(true);
    expect(error).toMatchObject({ jobId: requestId, status: "failed", details: body });
    expect(String(error)).toContain("ended as failed: rest_framework.exceptions.ValidationError: no frames");
  });

  test("a status that nobody knows is a JobFailedError, and not waited for", async () => {
    const server = await serve({ body: { ...request, status: "paused" } });
    const error = await outcome(waitForRequest(connect(server), requestId));
    expect(error).toMatchObject({ name: "JobFailedError", status: "paused" });
    expect(server.requests).toHaveLength(1);
  });

  test("a request that vanishes was cancelled or has expired", async () => {
    const server = await serve(started(0.5), plainText(404, "There is no request with specified id"));
    const error = await outcome(waitForRequest(connect(server), requestId));
    expect(isJobFailedError(error)).toBe(true);
    expect(error).toMatchObject({ jobId: requestId, status: "vanished", cause: { status: 404 } });
    expect(String(error)).toContain("last seen started: somebody cancelled it, or it has expired");
  });

  test("a request that never was there says that the id may be wrong", async () => {
    const server = await serve(plainText(404, "There is no request with specified id"));
    const error = await outcome(waitForRequest(connect(server), requestId));
    expect(error).toMatchObject({ status: "vanished" });
    expect(String(error)).toContain("or the id is wrong");
  });

  test.each<[string, Answer]>([
    ["of an organization that is not there", refusal(404, "nope organization does not exist.")],
    [
      "of another server",
      { status: 404, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Not Found</title>" },
    ],
    ["of somebody else's request", refusal(403, "You do not have permission to perform this action.")],
  ])("an error %s is the ApiError that it is", async (_, answer) => {
    const server = await serve(answer);
    const error = await outcome(waitForRequest(connect(server), requestId));
    expect(isApiError(error)).toBe(true);
    expect(error).toMatchObject({ status: answer.status });
    expect(server.requests).toHaveLength(1);
  });

  test("ends at its deadline, which says what was seen last", async () => {
    const server = await serve(started(0.5));
    const error = await outcome(waitForRequest(connect(server), requestId, { timeoutMs: 20_000 }));
    expect(isJobTimeoutError(error)).toBe(true);
    expect(error).toMatchObject({ jobId: requestId, lastStatus: "started", timeoutMs: 20_000 });
  });

  test("ends at once when aborted, with the reason given", async () => {
    const server = await serve(started(0.5));
    const controller = new AbortController();
    const work = waitForRequest(createCvatClient({ baseUrl: server.origin, auth: { accessToken: "t" } }), requestId, {
      signal: controller.signal,
      onProgress: () => controller.abort("changed my mind"),
    });
    await expect(work).rejects.toBe("changed my mind");
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, string, object]>([
    ["requestId", "", {}],
    ["options.timeout", requestId, { timeout: 5 }],
    ["options.timeoutMs", requestId, { timeoutMs: -1 }],
    ["options.onProgress", requestId, { onProgress: true }],
    ["options.signal", requestId, { signal: "no" }],
  ])("%s that cannot be used is a ConfigError; nothing is sent", async (option, id, options) => {
    const server = await serve(finished);
    const error = await outcome(waitForRequest(connect(server), id, options));
    expect(error).toMatchObject({ name: "ConfigError", option });
    expect(server.requests).toHaveLength(0);
  });
});

describe("cancelRequest", () => {
  test("posts to the request, and says that it was there", async () => {
    const server = await serve({ status: 200 });
    expect(await cancelRequest(connect(server), requestId)).toBe(true);
    expect(server.requests[0]).toMatchObject({ method: "POST" });
    expect(decodeURIComponent(server.requests[0]?.target ?? "")).toBe(`/api/requests/${requestId}/cancel`);
  });

  test("says that it was not there any more", async () => {
    const server = await serve(plainText(404, "There is no request with specified id"));
    expect(await cancelRequest(connect(server), requestId)).toBe(false);
  });

  test("of a request that has ended is the ApiError with the server's words", async () => {
    const server = await serve(plainText(400, "Only requests that have not yet been finished can be cancelled"));
    const error = await outcome(cancelRequest(connect(server), requestId));
    expect(error).toMatchObject({ name: "ApiError", status: 400, operation: "requests_create_cancel" });
    expect(String(error)).toContain("Only requests that have not yet been finished can be cancelled");
  });

  test("with an id or an option that cannot be is a ConfigError", async () => {
    const server = await serve({ status: 200 });
    await expect(cancelRequest(connect(server), " ")).rejects.toMatchObject({ option: "requestId" });
    // @ts-expect-error there is no progress to tell
    const work = cancelRequest(connect(server), requestId, { onProgress: () => undefined });
    await expect(work).rejects.toMatchObject({ option: "options.onProgress" });
    expect(server.requests).toHaveLength(0);
  });
});
