import {
  collect,
  createAngoHubClient,
  exportTasks,
  importAttachments,
  importLabels,
  paginate,
  uploadFiles,
} from "@labelwire/ango-hub";
import { createAngoHubMock } from "@labelwire/ango-hub/msw";
import { getProjectTasks } from "@labelwire/ango-hub/operations";
import { expect, test } from "vitest";

const project = "507f191e810c19729de860ea";

/** A client and the mock it talks to, with 250 tasks of one project. */
function connect(): { ango: ReturnType<typeof createAngoHubClient>; mock: ReturnType<typeof createAngoHubMock> } {
  const tasks = Array.from({ length: 250 }, (_, index) => ({ project, externalId: `cat-${index}.jpg` }));
  const mock = createAngoHubMock({ seed: 1, state: { tasks } });
  return { mock, ango: createAngoHubClient({ auth: { apiKey: "any" }, fetch: mock.fetch }) };
}

test("250 tasks are listed against the mock", async () => {
  const { ango, mock } = connect();
  const init = { params: { path: { projectId: project }, query: { limit: 100 } } };
  const tasks = await collect(paginate(ango, getProjectTasks, init));
  expect(tasks.map(({ externalId }) => externalId)).toEqual(Array.from({ length: 250 }, (_, at) => `cat-${at}.jpg`));
  expect(mock.requests("getProjectTasks")).toHaveLength(3);
});

test("files are uploaded against the mock, and one failure is reported", async () => {
  const { ango, mock } = connect();
  mock.fail("getUploadUrl", { status: 403, times: 1 });
  const files = ["a", "b", "c"].map((name) => new File([name], `${name}.jpg`));
  const report = await uploadFiles(ango, { project }, files, { batches: ["one"], concurrency: 1 });
  expect(report).toMatchObject({ imported: 2, assetsCreated: 2, failed: [{ name: "a.jpg", status: "failed" }] });
  expect(mock.requests("getUploadUrl")).toHaveLength(3);
  const [imported] = mock.requests("importAssetsFromCloud");
  expect(imported?.params.query.batches).toBe('["one"]');
  expect(imported?.body.assets.map(({ externalId }) => externalId)).toEqual(["b.jpg", "c.jpg"]);
});

test("an export is downloaded from the mock's storage", async () => {
  const { ango, mock } = connect();
  const file = await exportTasks(ango, { project }, { format: "ndjson", includeHistory: true });
  const archive = await file.text();
  expect(archive.startsWith("PK\u0003\u0004")).toBe(true);
  expect(archive).toContain("cat-249.jpg");
  expect(mock.requests("exportTasks")[0]?.params.query).toMatchObject({
    project,
    format: "ndjson",
    includeHistory: "true",
  });
});

test("labels and attachments are imported against the mock", async () => {
  const { ango } = connect();
  const labels = Array.from({ length: 120 }, (_, index) => ({ externalId: `cat-${index}.jpg`, answer: {} }));
  const imported = await importLabels(ango, { project }, labels);
  expect(imported).toMatchObject({ imported: 120, failed: [] });
  expect(imported.messages.map((message) => message.replaceAll(/\D/g, ""))).toEqual(["100", "20"]);

  const attachments = labels
    .slice(0, 3)
    .map(({ externalId }) => ({ externalId, attachmentUrl: "https://files.test/1" }));
  expect(await importAttachments(ango, { project }, attachments)).toEqual({
    imported: 3,
    failed: [],
    attachmentsImported: 3,
    assetsUpdated: 3,
  });
});
