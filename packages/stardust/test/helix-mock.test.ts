import {
  collect,
  createStardustHelixClient,
  paginate,
  stardustHelixErrorCodes,
  unwrap,
  waitForAnnotationRequest,
  type StardustHelixClient,
} from "@labelwire/stardust/helix";
import {
  createStardustHelixMock,
  failureEnvelope,
  type StardustHelixMock,
  type StardustHelixMockOptions,
} from "@labelwire/stardust/helix/msw";
import {
  addWorkforce,
  createAnnotationRequest,
  createSampling,
  createWorkflowTemplate,
  getPastIncidents,
  getRankLabelers,
  getSamplingAccuracy,
  getStatistics,
  getStatisticsRecord,
  getSystemStatus,
  getTask,
  getTaskSchedule,
  getWorkerEffciency,
  getWorkflowTemplate,
} from "@labelwire/stardust/helix/operations";
import { describe, expect, test } from "vitest";

function imitate(options?: StardustHelixMockOptions): { mock: StardustHelixMock; helix: StardustHelixClient } {
  const mock = createStardustHelixMock(options);
  const auth = { accessKey: "k", secretKey: "s" };
  return { mock, helix: createStardustHelixClient({ auth, fetch: mock.fetch, retry: false }) };
}

const request = {
  annotationRequestId: "r",
  annotationRequestName: "r",
  campaignId: "c",
  sceneIdMap: { s1: "gs://b/1.json", s2: "gs://b/2.json" },
};

describe("an annotation request", () => {
  test("is worked off, finished, and its tasks are approved", async () => {
    const { helix } = imitate();
    await unwrap(createAnnotationRequest(helix, { body: request }));
    const ofRequest = { params: { query: { annotationRequestId: "r" } } };
    const schedule = async (): Promise<object> => (await unwrap(getTaskSchedule(helix, ofRequest))).data;
    const view = { body: { campaignId: "c", annotationRequestId: "r", sceneId: "s1" } };
    expect(await schedule()).toEqual({ status: "In Progress", completionPoolSchedule: 0, completionSceneMap: {} });
    expect((await unwrap(getTask(helix, view))).data.status).toBe(1);
    const { successTaskMap } = await waitForAnnotationRequest(helix, "r", { intervalMs: 1 });
    expect(await schedule()).toMatchObject({ status: "In Progress" });
    expect(await schedule()).toMatchObject({
      status: "Completed",
      completionPoolSchedule: 100,
      completionSceneMap: { s1: expect.stringMatching(/^gs:/), s2: expect.stringMatching(/^gs:/) },
    });
    const [taskId] = Object.keys(successTaskMap ?? {});
    expect((await unwrap(getTask(helix, view))).data).toEqual({
      status: 11,
      viewUrl: expect.stringContaining(`/${taskId}/`),
    });
  });

  test("says which scenes belong to another", async () => {
    const { helix } = imitate({ state: { annotationRequests: [request] } });
    const sceneIdMap = { s2: "gs://b/2.json", s3: "gs://b/3.json", s4: "gs://b/4.json" };
    const second = { ...request, annotationRequestId: "q", annotationRequestName: "q", sceneIdMap };
    await unwrap(createAnnotationRequest(helix, { body: second }));
    const state = await waitForAnnotationRequest(helix, "q", { intervalMs: 1 });
    expect(state).toMatchObject({
      errorSceneIdMap: { s2: "Scene id already exists" },
      successSchedule: 66.67,
      errorSchedule: 33.33,
    });
    expect(Object.values(state.successTaskMap ?? {})).toEqual(["s3", "s4"]);
  });
});

describe("figures", () => {
  const query = { annotationRequestId: ["r"] };

  test("are those that a test gave, on pages of at most 1000 and 100", async () => {
    const { mock, helix } = imitate({
      state: {
        statisticsRecords: Array.from({ length: 1030 }, (_, index) => ({ id: index, taskId: "466917967054114816" })),
        poolStatistics: Array.from({ length: 130 }, (_, index) => ({ id: index })),
      },
    });
    const page = async (list: typeof getStatistics | typeof getStatisticsRecord, more: object): Promise<unknown> => {
      const { data } = await unwrap(list(helix, { params: { query: { ...query, ...more } } }));
      return [data.count, data.data.length, data.data[0]?.id];
    };
    expect(await page(getStatisticsRecord, {})).toEqual([1030, 10, 0]);
    expect(await page(getStatisticsRecord, { limit: 5000 })).toEqual([1030, 1000, 0]);
    expect(await page(getStatisticsRecord, { limit: 5000, offset: 2 })).toEqual([1030, 30, 1000]);
    expect(await page(getStatistics, { limit: 101, offset: 2 })).toEqual([130, 30, 100]);
    const all = await collect(paginate(helix, getStatisticsRecord, { params: { query: { ...query, limit: 1000 } } }));
    expect(all.at(-1)).toMatchObject({ id: 1029, taskId: "466917967054114816" });
    expect(mock.requests("get_statistics_record")).toHaveLength(5);
  });

  test("are made up without state", async () => {
    const { helix } = imitate();
    expect(await collect(paginate(helix, getStatistics, { params: { query } }))).toHaveLength(3);
    expect((await unwrap(getSystemStatus(helix))).data).not.toEqual([]);
  });

  test("of people and incidents can be given too", async () => {
    const labelerRanks = [
      { aliceName: "ada", rank: 1 },
      { aliceName: "ben", rank: 2 },
    ];
    const { helix } = imitate({ state: { labelerRanks, incidents: [] } });
    const ranks = await unwrap(getRankLabelers(helix, { params: { query: { campaignId: "c" } } }));
    expect(ranks.data).toMatchObject(labelerRanks);
    expect((await unwrap(getPastIncidents(helix))).data).toEqual([]);
  });

  test("of a worker are there once the worker is", async () => {
    const { helix } = imitate();
    const pace = async (aliceName: string): Promise<unknown> =>
      (await getWorkerEffciency(helix, { params: { query: { campaignId: "c", aliceName } } })).error?.code;
    expect(await pace("ada")).toBeUndefined();
    await unwrap(addWorkforce(helix, { body: { campaignId: "c", poolName: "p", aliceNameList: ["ada"] } }));
    expect([await pace("ada"), await pace("ben")]).toEqual([undefined, 54001]);
  });
});

test("a template is given back as it was stored", async () => {
  const { helix } = imitate();
  const nodes = [
    { name: "in", type: "DISTRIBUTION" as const },
    { name: "out", type: "COMPLETE" as const },
  ];
  const edges = [{ from: "in", to: "out" }];
  await unwrap(createWorkflowTemplate(helix, { body: { name: "t", nodes, edges } }));
  const { data } = await unwrap(getWorkflowTemplate(helix, { params: { query: { templateName: "t" } } }));
  expect(JSON.parse(data)).toEqual({ nodes, edges });
});

test("a sample is known from when it was drawn", async () => {
  const { helix } = imitate();
  const accuracy = async (samplingPackageId: number): Promise<unknown> =>
    (await getSamplingAccuracy(helix, { params: { query: { samplingPackageId } } })).error?.code;
  expect(await accuracy(1)).toBeUndefined();
  const { data } = await unwrap(createSampling(helix, { body: { annotationRequestId: "r", poolName: "p" } }));
  expect([await accuracy(1), await accuracy(data.samplingPackageId)]).toEqual([57008, undefined]);
});

test("any documented code can be met", async () => {
  const { mock, helix } = imitate();
  for (const [text, meaning] of Object.entries(stardustHelixErrorCodes)) {
    const code = Number(text) as keyof typeof stardustHelixErrorCodes; // what the table is made of
    mock.fail("get_system_status", { status: 200, body: failureEnvelope(code), times: 1 });
    const { error } = await getSystemStatus(helix);
    expect(error).toMatchObject({ status: 200, code, message: expect.stringContaining(meaning) });
  }
  expect((await getSystemStatus(helix)).error).toBeUndefined();
});
