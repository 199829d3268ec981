import {
  createStardustClient,
  isJobFailedError,
  isJobTimeoutError,
  sendTasks,
  waitForBatch,
  type SendTasksReport,
  type StardustClient,
} from "@labelwire/stardust";
import { createMockClock, createStardustMock } from "@labelwire/stardust/msw";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const project = { project: 12 };
const file = { resourceUrl: "https://files.example.com/cats.jsonl" };
const errors = [
  { uniqueIdentifier: "cat-1", jsonLine: '{"attachmentType"', error: "Duplicate UniqueIdentifier ID：cat-1" },
];

function connect(server: TestServer): StardustClient {
  return createStardustClient({
    baseUrl: server.origin,
    auth: { accessKey: "k", secretKey: "s" },
    retry: false,
    clock: createMockClock(),
  });
}

/** Answers the sending, then the statuses in turn, the last for good. */
async function serveBatch(statuses: readonly number[]): Promise<TestServer> {
  return startServer(({ target }, { requests }) => {
    if (target === "/task/send") return success({ importStatus: 1, batchId: "1948529430730380288" });
    const looks = requests.filter((request) => request.target.endsWith("/status")).length;
    const status = statuses[Math.min(looks, statuses.length) - 1];
    return success({ batchId: "1948529430730380288", taskCount: 4, importFailCount: 1, status, errors });
  });
}

describe("sendTasks", () => {
  test("waits for the batch and reports its lines", async () => {
    const server = await serveBatch([1, 1, 3]);
    const seen: unknown[] = [];
    const report = await sendTasks(connect(server), project, file, { onProgress: ({ status }) => seen.push(status) });
    expect(report).toEqual({ batchId: "1948529430730380288", total: 4, imported: 3, status: 3, failed: errors });
    expectTypeOf(report).toEqualTypeOf<SendTasksReport>();
    expect(seen).toEqual(["1", "1", "3"]);
    expect(server.requests.map(({ json }) => json)).toEqual([
      { projectId: 12, resourceUrl: file.resourceUrl },
      ...Array.from({ length: 3 }, () => ({ batchId: "1948529430730380288" })),
    ]);
  });

  test("takes 2 for an end, as datasets have it", async () => {
    const report = await sendTasks(connect(await serveBatch([0, 1, 2])), project, file);
    expect(report).toMatchObject({ status: 2, failed: errors });
  });

  test.each([
    [-1, "ended as -1"],
    [77, "which this version does not know"],
  ])("rejects for the status %i, rather than waiting for ever", async (status, message) => {
    const stardust = connect(await serveBatch([1, status]));
    const error: unknown = await sendTasks(stardust, project, file).catch((e: unknown) => e);
    expect(isJobFailedError(error) && error.message).toContain(message);
    expect(error).toMatchObject({ jobId: "1948529430730380288", status: String(status), details: { errors } });
  });

  test("ends at the deadline", async () => {
    const server = await serveBatch([1]);
    const stardust = createStardustClient({ baseUrl: server.origin, auth: { accessKey: "k", secretKey: "s" } });
    const error: unknown = await waitForBatch(stardust, "1", { timeoutMs: 1_000, intervalMs: 50 }).catch(
      (e: unknown) => e,
    );
    expect(isJobTimeoutError(error) && error.lastStatus).toBe("1");
  });

  test.each<[option: string, file: object, target?: object]>([
    ["file.resourceUrl", { resourceUrl: "cats.jsonl" }],
    ["file.resourceUrl", { resourceUrl: "gs://bucket/cats.jsonl" }],
    ["file.url", { url: file.resourceUrl }],
    ["target.project", file, {}],
  ])("refuses %s before anything is sent", async (option, given, target = project) => {
    const server = await serveBatch([3]);
    // What JavaScript callers can pass.
    const work = sendTasks(connect(server), target as typeof project, given as typeof file);
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option });
    expect(server.requests).toEqual([]);
  });

  test("refuses a batch without an id before anything is sent", async () => {
    const server = await serveBatch([3]);
    await expect(waitForBatch(connect(server), "")).rejects.toMatchObject({ name: "ConfigError", option: "batchId" });
    expect(server.requests).toEqual([]);
  });

  test("rejects with the platform's refusal", async () => {
    const server = await startServer(() => failure(5802, "Project Not Exist"));
    await expect(sendTasks(connect(server), project, file)).rejects.toMatchObject({
      status: 200,
      code: 5802,
      operation: "send_task",
    });
  });

  test.each([
    ["without a batch", () => success(null), "send_task", "data.batchId"],
    [
      "without a status",
      ({ target }: { target: string }) => success(target === "/task/send" ? { batchId: "1" } : {}),
      "check_send_status",
      "data.status",
    ],
  ])("rejects a success %s", async (_, respond, operation, member) => {
    const error: unknown = await sendTasks(connect(await startServer(respond)), project, file).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: "DecodeError", operation, message: expect.stringContaining(member) });
  });

  test("works against the mock, with lines that a test makes fail", async () => {
    const mock = createStardustMock();
    const stardust = createStardustClient({
      auth: { accessKey: "k", secretKey: "s" },
      fetch: mock.fetch,
      clock: createMockClock(),
    });
    const report = await sendTasks(stardust, project, file);
    expect(report).toMatchObject({ imported: 0, failed: [], status: 3 });
    expect(mock.requests("check_send_status")).toHaveLength(3);
    mock.on("check_send_status", ({ respond }) =>
      respond(200, { data: { status: 3, taskCount: 3, importFailCount: 1, errors } }),
    );
    expect(await waitForBatch(stardust, report.batchId)).toMatchObject({ total: 3, imported: 2, failed: errors });
  });
});
