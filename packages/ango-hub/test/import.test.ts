import {
  createAngoHubClient,
  importAttachments,
  importLabels,
  isApiError,
  type AngoHubClient,
  type ImportProgress,
  type LabelToImport,
} from "@labelwire/ango-hub";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const project = "507f191e810c19729de860ea";
const labels: LabelToImport[] = Array.from({ length: 250 }, (_, index) => ({
  externalId: `cat-${index}.jpg`,
  answer: { tools: [] },
}));

function connect(server: TestServer): AngoHubClient {
  return createAngoHubClient({ baseUrl: server.origin, auth: { apiKey: "the-key" } });
}

describe("importLabels", () => {
  test("sends 250 labels in chunks of 100, each once and in order", async () => {
    const server = await startServer(({ json }) =>
      success({ project: `Labeled ${JSON.stringify(json).length} bytes` }),
    );
    const told: ImportProgress[] = [];
    const onProgress = (progress: ImportProgress): unknown => told.push(progress);
    const report = await importLabels(connect(server), { project }, labels, { onProgress });
    expectTypeOf(report.imported).toBeNumber();
    expect(report).toMatchObject({ imported: 250, failed: [] });
    expect(report.messages).toHaveLength(3);
    expect(server.requests.map(({ method, target }) => `${method} ${target}`)).toEqual(
      Array.from({ length: 3 }, () => "POST /import/labels"),
    );
    expect(server.requests.map(({ json }) => json)).toEqual([
      { project, labels: labels.slice(0, 100) },
      { project, labels: labels.slice(100, 200) },
      { project, labels: labels.slice(200) },
    ]);
    expect(told.map(({ fraction }) => fraction)).toEqual([0.4, 0.8, 1]);
  });

  test("reports the chunk that was refused and takes the others", async () => {
    const server = await startServer((_, { requests }) =>
      requests.length === 2
        ? failure(400, "Unknown externalId cat-120.jpg")
        : success({ project: "100 tasks labeled" }),
    );
    const { imported, failed, messages } = await importLabels(connect(server), { project }, labels);
    expect(imported).toBe(150);
    expect(messages).toEqual(["100 tasks labeled", "100 tasks labeled"]);
    expect(failed).toHaveLength(1);
    expect(failed[0]?.indexes).toEqual(Array.from({ length: 100 }, (_, index) => 100 + index));
    expect(isApiError(failed[0]?.error)).toBe(true);
    expect(failed[0]?.error.message).toContain("Unknown externalId cat-120.jpg");
  });

  test("keeps the report when an answer is not as specified", async () => {
    const server = await startServer(() => ({ body: { status: "success" } }));
    const report = await importLabels(connect(server), { project }, labels.slice(0, 3), { itemsPerRequest: 2 });
    expect(report).toEqual({ imported: 3, failed: [], messages: [] });
  });

  test("does not send a chunk again whose fate is unknown", async () => {
    const server = await startServer((_, { requests }) =>
      requests.length === 1 ? "reset" : success({ project: "ok" }),
    );
    const report = await importLabels(connect(server), { project }, labels.slice(0, 2), { itemsPerRequest: 1 });
    expect(report).toMatchObject({ imported: 1, failed: [{ indexes: [0], error: { name: "NetworkError" } }] });
    expect(server.requests.map(({ json }) => json)).toEqual([
      { project, labels: [labels[0]] },
      { project, labels: [labels[1]] },
    ]);
  });

  test("of nothing sends nothing", async () => {
    const server = await startServer(() => success({}));
    expect(await importLabels(connect(server), { project }, [])).toEqual({
      imported: 0,
      failed: [],
      messages: [],
    });
    expect(server.requests).toHaveLength(0);
  });

  test("stops when aborted, with the reason given; what was taken has been told", async () => {
    const server = await startServer((_, { requests }) =>
      requests.length === 1 ? success({ project: "ok" }) : "hang",
    );
    const controller = new AbortController();
    const told: number[] = [];
    const work = importLabels(connect(server), { project }, labels, {
      signal: controller.signal,
      onProgress: ({ importedItems }) => {
        told.push(importedItems);
        setTimeout(() => controller.abort("enough"), 30);
      },
    });
    await expect(work).rejects.toBe("enough");
    expect(told).toEqual([100]);
  });
});

test("importAttachments adds the platform's counts up", async () => {
  const server = await startServer(({ json }) => {
    const { attachments } = json as { attachments: unknown[] };
    return success({ project: { attachmentsImported: attachments.length, assetsUpdated: 1 } });
  });
  const attachments = ["a", "b", "c"].map((assetId) => ({ assetId, attachmentUrl: `https://files.test/${assetId}` }));
  const report = await importAttachments(connect(server), { project }, attachments, { itemsPerRequest: 2 });
  expect(report).toEqual({ imported: 3, failed: [], attachmentsImported: 3, assetsUpdated: 2 });
  expect(server.requests.map(({ target, json }) => [target, json])).toEqual([
    ["/attachments", { project, attachments: attachments.slice(0, 2) }],
    ["/attachments", { project, attachments: attachments.slice(2) }],
  ]);
});

describe("a mistake is a ConfigError before anything is sent", () => {
  const good = { target: { project }, labels: labels.slice(0, 3), options: {} };
  test.each<[string, object]>([
    ["labels[1]", { labels: [labels[0], { answer: {} }] }],
    ["labels", { labels: "all" }],
    ["target", { target: project }],
    ["target.project", { target: {} }],
    ["target.projectId", { target: { projectId: project } }],
    ["options.itemsPerRequest", { options: { itemsPerRequest: 0 } }],
    ["options.onProgres", { options: { onProgres: (): void => undefined } }],
    ["options.requestTimeoutMs", { options: { requestTimeoutMs: 0 } }],
    ["options.timeoutMs", { options: { timeoutMs: 1000 } }],
  ])("%s", async (option, members) => {
    const server = await startServer(() => success({ project: "ok" }));
    const given = { ...good, ...members };
    const work = importLabels(connect(server), given.target, given.labels, given.options);
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option });
    expect(server.requests).toHaveLength(0);
  });

  test("the key is missing", async () => {
    const ango = createAngoHubClient({ auth: { apiKey: undefined } });
    await expect(importLabels(ango, good.target, good.labels)).rejects.toMatchObject({
      name: "ConfigError",
      option: "auth.apiKey",
    });
  });
});
