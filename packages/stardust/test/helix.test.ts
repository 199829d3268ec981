import { readFileSync } from "node:fs";
import {
  collect,
  createStardustHelixClient,
  hasErrorCode,
  isJobFailedError,
  paginate,
  stardustHelixErrorCodes,
  unwrap,
  waitForAnnotationRequest,
  type Schema,
  type StardustHelixClient,
} from "@labelwire/stardust/helix";
import {
  createStardustHelixMock,
  type StardustHelixMock,
  type StardustHelixMockOptions,
} from "@labelwire/stardust/helix/msw";
import {
  createAnnotationRequest,
  createCampaign,
  getAllFolder,
  getAnnotationRequest,
  getFolder,
  getStatisticsRecord,
  getWorkflowTemplate,
  queryCampaign,
  queryCampaignByFolder,
  updateFolder,
} from "@labelwire/stardust/helix/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const auth = { accessKey: "k", secretKey: "s" };

function connect(server: TestServer): StardustHelixClient {
  return createStardustHelixClient({ baseUrl: server.origin, auth, retry: false });
}

function imitate(options?: StardustHelixMockOptions): { mock: StardustHelixMock; helix: StardustHelixClient } {
  const mock = createStardustHelixMock(options);
  return { mock, helix: createStardustHelixClient({ auth, fetch: mock.fetch, retry: false }) };
}

const campaign = {
  campaignId: "c-1",
  campaignName: "cats",
  workflowType: "Manual Template",
  taxonomyVersionName: "v1",
  folderName: "animals",
  campaignType: "POC",
} as const;

describe("the client of the Helix set", () => {
  test("signs as the other does, and takes 2000 for a success", async () => {
    const server = await startServer(() => success(campaign, 2000));
    const helix = connect(server);
    const { data } = await unwrap(queryCampaign(helix, { params: { path: { campaignName: "cats & dogs" } } }));
    expect(data).toEqual(campaign);
    expectTypeOf(data).toEqualTypeOf<Schema<"Campaign">>();
    expect(server.requests[0]?.target).toBe("/campaign/cats%20%26%20dogs");
    expect(server.requests[0]?.headers["x-sign"]).toMatch(/^[0-9a-f]{32}$/);
    expect((await helix.GET("/campaign/{campaignName}", { params: { path: { campaignName: "x" } } })).data?.code).toBe(
      2000,
    );
  });

  test("takes no operation of the other set", () => {
    const helix = createStardustHelixClient();
    expectTypeOf(helix.platform).toEqualTypeOf<"stardust-helix">();
    // @ts-expect-error there is no such path here
    expect(() => helix.POST("/tasks/export")).toBeTypeOf("function");
  });

  test("makes a failure inside HTTP 200 an ApiError with a typed code", async () => {
    const server = await startServer(() => failure(51004, "Duplicate campaign name"));
    const { error } = await createCampaign(connect(server), { body: campaign });
    if (!hasErrorCode(error, 51003, 51004)) throw new Error("another error was expected");
    expectTypeOf(error.code).toEqualTypeOf<51003 | 51004>();
    expect(error).toMatchObject({ status: 200, code: 51004, requestId: "77bdf4cd17159399" });
  });

  test("pages through history by a page number in the query, with exact task ids", async () => {
    const total = 25;
    const server = await startServer(({ url }) => {
      const page = Number(url.searchParams.get("offset") ?? 1);
      const size = Number(url.searchParams.get("limit") ?? 10);
      const rows = Array.from({ length: Math.min(size, total - (page - 1) * size) }, (_, index) => {
        const id = (page - 1) * size + index;
        return `{"id":${id},"taskId":4669179670541148${String(id).padStart(2, "0")},"instanceInfo":{"select-[e000f]":44}}`;
      });
      return success(`{"count":${total},"data":[${rows.join(",")}]}`, 2000);
    });
    const query = { annotationRequestId: ["a", "b"] };
    const records = await collect(paginate(connect(server), getStatisticsRecord, { params: { query } }));
    expect(records).toHaveLength(25);
    expect(records[24]?.taskId).toBe("466917967054114824");
    expect(records[0]?.instanceInfo).toEqual({ "select-[e000f]": 44 });
    expect(server.requests.map(({ url }) => url.search)).toEqual([
      "?annotationRequestId=a&annotationRequestId=b",
      "?annotationRequestId=a&annotationRequestId=b&offset=2",
      "?annotationRequestId=a&annotationRequestId=b&offset=3",
    ]);
  });

  test("documents every code that the interface names", () => {
    const interfaceText = readFileSync(new URL("../../../specs/stardust/helix/openapi.yaml", import.meta.url), "utf8");
    const named = new Set([...interfaceText.matchAll(/^ {8}"(\d{4,5})":/gm)].map(([, code]) => code));
    expect(new Set(Object.keys(stardustHelixErrorCodes))).toEqual(named);
  });
});

describe("the mock of the Helix set", () => {
  test("keeps folders, by their status", async () => {
    const folder = { name: "cats", helixBucketNameList: ["bucket"], helixStatus: "active" } as const;
    const { helix } = imitate({
      state: {
        folders: [
          { ...folder, helixProjectId: "f1" },
          { ...folder, helixProjectId: "f2" },
        ],
      },
    });
    await unwrap(updateFolder(helix, { body: { helixProjectId: "f2", helixStatus: "inactive" } }));
    const { data } = await unwrap(getAllFolder(helix));
    expect([data.active.map((one) => one.helixProjectId), data.inactive.map((one) => one.helixProjectId)]).toEqual([
      ["f1"],
      ["f2"],
    ]);
    const { error } = await getFolder(helix, { params: { path: { helixProjectId: "f3" } } });
    expect(error).toMatchObject({ status: 200, code: 54004 });
  });

  test("keeps campaigns, and refuses a name that was given before", async () => {
    const { helix } = imitate({ state: { campaigns: [] } });
    await unwrap(createCampaign(helix, { body: campaign }));
    expect((await createCampaign(helix, { body: { ...campaign, campaignId: "c-2" } })).error?.code).toBe(51004);
    const { data } = await unwrap(queryCampaignByFolder(helix, { params: { query: { folderName: "animals" } } }));
    expect(data).toEqual([campaign]);
    expect((await queryCampaign(helix, { params: { path: { campaignName: "dogs" } } })).error?.code).toBe(51009);
  });

  test("works an annotation request off", async () => {
    const { helix } = imitate();
    const body = {
      annotationRequestId: "r",
      annotationRequestName: "r",
      campaignId: "c-1",
      sceneIdMap: { s1: "gs://b/1.json", s2: "gs://b/2.json" },
    };
    await unwrap(createAnnotationRequest(helix, { body }));
    expect((await createAnnotationRequest(helix, { body })).error?.code).toBe(53001);
    const look = async (): Promise<Schema<"AnnotationRequestState">> =>
      (await unwrap(getAnnotationRequest(helix, { params: { query: { annotationRequestId: "r" } } }))).data;
    expect(await look()).toMatchObject({ status: "PROCESSING", successTaskMap: {} });
    const done = await look();
    expect(done).toMatchObject({ status: "FINISHED", annotationRequestInfo: body });
    expect(Object.values(done.successTaskMap ?? {})).toEqual(["s1", "s2"]);
  });

  test("is waited for, and an unknown request is a failure and no endless wait", async () => {
    const { mock, helix } = imitate();
    const sceneIdMap = { s1: "gs://b/1.json" };
    const body = { annotationRequestId: "r", annotationRequestName: "r", campaignId: "c-1", sceneIdMap };
    await unwrap(createAnnotationRequest(helix, { body }));
    const fractions: unknown[] = [];
    const onProgress = ({ fraction }: { fraction?: number }): unknown => fractions.push(fraction);
    const done = await waitForAnnotationRequest(helix, "r", { intervalMs: 1, onProgress });
    expect(done).toMatchObject({ status: "FINISHED", errorSceneIdMap: {} });
    expect(fractions).toEqual([0, 1]);
    expect(mock.requests("get_annotation_request")).toHaveLength(2);
    const unknown: unknown = await waitForAnnotationRequest(helix, "x").catch((reason: unknown) => reason);
    expect(isJobFailedError(unknown) && unknown.status).toBe("ID_NOT_EXISTS");
  });

  test("is waited for where the platform does not say how far it is", async () => {
    let looks = 0;
    const server = await startServer(() => {
      looks += 1;
      return success({ status: looks === 1 ? "PROCESSING" : "FINISHED" }, 2000);
    });
    const seen: unknown[] = [];
    const onProgress = (progress: { fraction?: number }): unknown => seen.push(progress.fraction);
    await waitForAnnotationRequest(connect(server), "r", { intervalMs: 1, onProgress });
    expect(seen).toEqual([undefined, undefined]);
    const empty = await startServer(() => success(null, 2000));
    const work = waitForAnnotationRequest(connect(empty), "r");
    await expect(work).rejects.toMatchObject({ name: "DecodeError", message: expect.stringContaining("data.status") });
  });

  test("gives a template back as the JSON text that it is", async () => {
    const { helix } = imitate();
    const { data } = await unwrap(getWorkflowTemplate(helix, { params: { query: { templateName: "t" } } }));
    expect(JSON.parse(data)).toMatchObject({ nodes: [{ type: "DISTRIBUTION" }, { type: "COMPLETE" }] });
  });
});
