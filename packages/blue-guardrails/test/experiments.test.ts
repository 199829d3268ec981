import {
  createBlueGuardrailsClient,
  isConfigError,
  isJobFailedError,
  isJobTimeoutError,
  runExperiment,
  waitForExperiment,
  type BlueGuardrailsClient,
  type JobProgress,
} from "@labelwire/blue-guardrails";
import { describe, expect, test } from "vitest";
import { startServer, success, type TestServer } from "./start-server.ts";

const id = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const experiment = { name: "n", model: "m", conversation_ids: [id, id] };
const quick = { intervalMs: 1 };

function connect(server: TestServer): BlueGuardrailsClient {
  return createBlueGuardrailsClient({ baseUrl: server.origin, auth: { apiKey: "the-key" } });
}

function counts(pending: number, running: number, completed: number, failed = 0): object {
  return { pending, in_progress: running, completed, failed, total: pending + running + completed + failed };
}

/** A server whose experiment shows one of the states after the other, and the last one for good. */
async function serve(...states: readonly object[]): Promise<TestServer> {
  let looks = 0;
  return startServer(({ method }) => {
    if (method === "POST") return success({ id, name: "n", model: "m", status_summary: counts(0, 0, 0) }, 201);
    const state = states[Math.min(looks, states.length - 1)];
    looks += 1;
    return success({ id, name: "n", model: "m", ...state });
  });
}

describe("runExperiment", () => {
  test("creates, waits until no item is pending or in progress, and tells how far it is", async () => {
    const server = await serve(
      { status_summary: counts(0, 0, 0) },
      { status_summary: counts(2, 0, 0) },
      { status_summary: counts(0, 1, 1) },
      { status_summary: counts(0, 0, 1, 1), metrics: { issue_rate: 0.5, later: "x" } },
    );
    const progress: JobProgress[] = [];
    const done = await runExperiment(connect(server), experiment, {
      ...quick,
      onProgress: (one) => progress.push(one),
    });
    expect(done.metrics?.issue_rate).toBe(0.5);
    expect(server.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET", "GET", "GET"]);
    expect(server.requests[0]?.json).toEqual(experiment);
    expect(progress.map(({ status, fraction }) => [status, fraction])).toEqual([
      ["pending", 0],
      ["pending", 0],
      ["in_progress", 0.5],
      ["completed", 1],
    ]);
  });

  test.each([0, 101])("refuses %i conversations before anything is sent", async (count) => {
    const server = await serve({});
    const conversation_ids = Array<string>(count).fill(id);
    await expect(runExperiment(connect(server), { ...experiment, conversation_ids })).rejects.toSatisfy(isConfigError);
    expect(server.requests).toHaveLength(0);
  });

  test("refuses a member that does not exist, which the platform might overlook", async () => {
    const server = await serve({});
    const misspelt = { ...experiment, system_prompt: "Be brief." };
    await expect(runExperiment(connect(server), misspelt)).rejects.toThrow(/experiment\.system_prompt/);
    expect(server.requests).toHaveLength(0);
  });

  test("fails when all items failed", async () => {
    const server = await serve({ status_summary: counts(0, 0, 0, 2) });
    await expect(runExperiment(connect(server), experiment, quick)).rejects.toSatisfy(
      (error) => isJobFailedError(error) && error.message.includes("all of its 2 items failed"),
    );
  });

  test("refuses an option that does not exist", async () => {
    const server = await serve({});
    // @ts-expect-error there is no such option
    await expect(runExperiment(connect(server), experiment, { timeout: 1 })).rejects.toSatisfy(isConfigError);
    expect(server.requests).toHaveLength(0);
  });
});

describe("waitForExperiment", () => {
  const evaluated = (received: number): object => ({
    status_summary: counts(0, 0, 2),
    evaluations_expected: 2,
    evaluations_received: received,
  });

  test("waits for evaluations that trail behind, if asked to", async () => {
    const server = await serve(evaluated(0), evaluated(1), evaluated(2));
    const done = await waitForExperiment(connect(server), id, { ...quick, awaitEvaluations: true });
    expect(done.evaluations_received).toBe(2);
    expect(server.requests).toHaveLength(3);
  });

  test("does not otherwise", async () => {
    const server = await serve(evaluated(0), evaluated(2));
    expect((await waitForExperiment(connect(server), id, quick)).evaluations_received).toBe(0);
  });

  test("takes no signal as null, as fetch does, and refuses what is none", async () => {
    const server = await serve(evaluated(2));
    await waitForExperiment(connect(server), id, { ...quick, signal: null });
    const signal = new AbortController() as never;
    const refused = expect.objectContaining({ name: "ConfigError", option: "options.signal" });
    await expect(waitForExperiment(connect(server), id, { ...quick, signal })).rejects.toEqual(refused);
    expect(server.requests).toHaveLength(1);
  });

  test("goes by the time of completion where there are no counts", async () => {
    const server = await serve({ completed_at: null }, { completed_at: "2026-01-01T00:00:00Z" });
    await waitForExperiment(connect(server), id, quick);
    expect(server.requests).toHaveLength(2);
  });

  test("ends at its deadline", async () => {
    const server = await serve({ status_summary: counts(1, 0, 0) });
    await expect(waitForExperiment(connect(server), id, { ...quick, timeoutMs: 50 })).rejects.toSatisfy(
      isJobTimeoutError,
    );
  });

  test("ends when aborted, with the signal's reason", async () => {
    const server = await serve({ status_summary: counts(1, 0, 0) });
    const controller = new AbortController();
    const reason = new Error("enough");
    const onProgress = (): void => {
      controller.abort(reason);
    };
    await expect(
      waitForExperiment(connect(server), id, { ...quick, signal: controller.signal, onProgress }),
    ).rejects.toBe(reason);
  });
});
