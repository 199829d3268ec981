import {
  collect,
  createAngoHubClient,
  exportTasks,
  isApiError,
  isDecodeError,
  isNetworkError,
  paginate,
  unwrap,
  type AngoHubClient,
  type Schema,
} from "@labelwire/ango-hub";
import { createAngoHubMock } from "@labelwire/ango-hub/msw";
import {
  annotateTask,
  createProject,
  getIssues,
  getProjectTasks,
  getSignedUrl,
  getTask,
  getUploadUrl,
  importAssetsFromCloud,
  importAttachments,
  importLabels,
  listProjects,
  updateBatches,
} from "@labelwire/ango-hub/operations";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { cpuMs } from "../../../scripts/testing/cpu-ms.ts";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";

const tasks = Array.from({ length: 25 }, (_, index) => ({
  externalId: `cat-${String(index)}.jpg`,
  status: index < 20 ? "Completed" : "TODO",
  batches: [index % 2 === 0 ? "even" : "odd"],
}));
const mock = createAngoHubMock({ seed: 1, state: { tasks, projects: [{ _id: "p1", name: "cats" }] } });
const server = setupServer(...mock.handlers);

// The same client, once with the mock as its fetch and once with msw in between.
const doors: readonly (readonly [string, () => AngoHubClient])[] = [
  ["mock.fetch", () => createAngoHubClient({ auth: { apiKey: "any" }, fetch: mock.fetch })],
  ["msw", () => createAngoHubClient({ auth: { apiKey: "any" } })],
];

beforeAll(() => {
  // msw 3 renamed the option, and takes no notice of the old name.
  const options = { onUnhandledRequest: "error", onUnhandledFrame: "error" } as const;
  server.listen(options);
});
afterEach(() => {
  mock.reset();
});
afterAll(() => {
  server.close();
});

describe.each(doors)("the client against the mock through %s", (_door, connect) => {
  const ango = connect();

  test("typed paths and operation functions answer the same", async () => {
    const task = await unwrap(getTask(ango, { params: { path: { taskId: "t1" } } })).catch((error: unknown) => error);
    expect(isApiError(task) && [task.status, task.message]).toEqual([
      404,
      expect.stringContaining('There is no LabelTask "t1".'),
    ]);
    const { data, error } = await ango.GET("/project/{projectId}", { params: { path: { projectId: "p1" } } });
    expect([error, data?.data.project.name]).toEqual([undefined, "cats"]);
  });

  test("pages lead through the whole list", async () => {
    const params = { path: { projectId: "p1" } };
    const all = await collect(paginate(ango, getProjectTasks, { params }));
    expectTypeOf(all).items.toEqualTypeOf<Schema<"LabelTask">>();
    expect(all.map(({ externalId }) => externalId)).toEqual(tasks.map(({ externalId }) => externalId));
    expect(mock.requests("getProjectTasks").map((request) => request.params.query.page)).toEqual([undefined, 2, 3]);
    expect(new Set(all.map(({ project }) => project))).toEqual(new Set(["p1"]));
    const completed = await collect(
      paginate(ango, getProjectTasks, { params: { ...params, query: { status: "TODO", limit: 100 } } }),
    );
    expect(completed).toHaveLength(5);
    const [project] = await collect(paginate(ango, listProjects));
    expect(project).toMatchObject({ _id: "p1", name: "cats" });
    expect(project).not.toHaveProperty("categorySchema");
  });

  test("a list without a total ends too", async () => {
    const issues = await collect(paginate(ango, getIssues, { params: { query: { project: "p1", status: "Open" } } }));
    expect(issues).toHaveLength(3);
    for (const issue of issues) expect(issue).toMatchObject({ project: "p1", status: "Open" });
  });

  test("a test answers in its own way, typed", async () => {
    mock.on("getTask", ({ params, respond }) => {
      expectTypeOf(params.path.taskId).toEqualTypeOf<string>();
      return respond(200, { data: { task: { externalId: `task ${params.path.taskId}` } } });
    });
    const { data } = await unwrap(getTask(ango, { params: { path: { taskId: "t1" } } }));
    expect(data.task).toMatchObject({ externalId: "task t1", _id: expect.any(String) });
  });

  test("a rate limit is met and waited for", async () => {
    mock.fail("listProjects", { status: 429, retryAfterSeconds: 0, times: 2 });
    expect((await unwrap(listProjects(ango))).data.total).toBe(1);
    expect(mock.requests("listProjects")).toHaveLength(3);
  });

  test("failures come as the errors of the client", async () => {
    const once = { params: { path: { taskId: "t1" } }, retry: false } as const;
    const failure = async (): Promise<unknown> => unwrap(getTask(ango, once)).catch((error: unknown) => error);
    mock.fail("getTask", { status: 403, times: 1 });
    expect(await failure()).toMatchObject({ status: 403, operation: "getTask", code: "fail" });
    mock.fail("getTask", { networkError: true, times: 1 });
    expect(isNetworkError(await failure())).toBe(true);
    mock.fail("getTask", {
      status: 200,
      body: "<html>sign in</html>",
      headers: { "content-type": "text/html" },
      times: 1,
    });
    expect(isDecodeError(await failure())).toBe(true);
    mock.on("getTask", ({ respond }) => respond(200, { data: { task: {} } }));
    mock.fail("getTask", { truncate: true, times: 1 });
    expect(isDecodeError(await failure())).toBe(true);
  });

  test("what was sent is recorded, and the key is not", async () => {
    await unwrap(createProject(ango, { body: { name: "dogs" } }));
    const [request] = mock.requests("createProject");
    expectTypeOf(request?.body.name).toEqualTypeOf<string | undefined>();
    expect(request).toMatchObject({ method: "POST", body: { name: "dogs" }, headers: { apikey: "[redacted]" } });
    expect(JSON.stringify(mock.requests())).not.toContain('"any"');
  });

  test("an annotation comes back in the label", async () => {
    const [task] = await collect(paginate(ango, getProjectTasks, { params: { path: { projectId: "p1" } } }), {
      maxItems: 1,
    });
    const answer = { tools: [{ title: "Cat" }] };
    const { data } = await unwrap(
      annotateTask(ango, { params: { path: { taskId: String(task?._id) } }, body: { answer } }),
    );
    expect(data.label).toMatchObject({ _id: task?._id, externalId: "cat-0.jpg", answer });
    const unknown = await annotateTask(ango, { params: { path: { taskId: "nobody" } }, body: { answer } });
    expect(unknown.error?.status).toBe(404);
  });

  test("imports count what was sent", async () => {
    const assets = [{ data: "https://example.com/a.jpg" }, { data: "https://example.com/b.jpg" }];
    const path = { projectId: "p1" };
    expect((await unwrap(importAssetsFromCloud(ango, { params: { path }, body: { assets } }))).data.assets).toEqual({
      assetsCreated: 2,
      tasksCreated: 2,
      preLabelsCount: 0,
      validPreLabelsCount: 0,
    });
    const labels = [{ externalId: "a", answer: {} }];
    expect((await unwrap(importLabels(ango, { body: { project: "p1", labels } }))).data.project).toBe(
      "1 tasks labeled",
    );
    const attachments = [
      { externalId: "a", attachmentUrl: "https://example.com/1" },
      { externalId: "a", attachmentUrl: "https://example.com/2" },
    ];
    const imported = await unwrap(importAttachments(ango, { body: { project: "p1", attachments } }));
    expect(imported.data.project).toEqual({ attachmentsImported: 2, assetsUpdated: 1 });
    const batches = [{ name: "Batch 1" }];
    const project = await unwrap(updateBatches(ango, { params: { path }, body: { batches } }));
    expect(project.data.project).toMatchObject({ _id: "p1", name: "cats", batches });
  });

  test("a file goes up to the storage and comes down again, each by a signed link", async () => {
    const query = { name: "cat.jpg", project: "p1" };
    const { data: first } = await unwrap(getUploadUrl(ango, { params: { query } }));
    const { data: second } = await unwrap(getUploadUrl(ango, { params: { query } }));
    expect(first.uploadUrl).not.toBe(second.uploadUrl);
    expect(new URL(first.uploadUrl).pathname).toMatch(/^\/assets\/p1\/.+\/cat\.jpg$/);
    const put = await mock.fetch(first.uploadUrl, { method: "PUT", body: "meow" });
    expect([put.status, put.headers.get("etag")]).toEqual([200, expect.stringMatching(/^".+"$/)]);
    const [bare = ""] = first.uploadUrl.split("?");
    expect((await mock.fetch(bare)).status).toBe(403);
    const { data: signed } = await unwrap(getSignedUrl(ango, { params: { query: { url: bare } } }));
    expect(await (await mock.fetch(signed.signedUrl)).text()).toBe("meow");
    expect((await mock.fetch(second.uploadUrl)).status).toBe(404);
    expect((await mock.fetch(second.uploadUrl, { method: "DELETE" })).status).toBe(405);
    expect(mock.requests().find(({ method }) => method === "PUT")).toMatchObject({
      operation: undefined,
      body: "meow",
    });
  });

  test("tasks are of the batches that are asked for", async () => {
    const count = async (batches: string): Promise<number | undefined> =>
      (await unwrap(getProjectTasks(ango, { params: { path: { projectId: "p1" }, query: { batches } } }))).data.total;
    expect([await count("odd"), await count("odd, even"), await count("none"), await count("")]).toEqual([
      12, 25, 0, 25,
    ]);
    const init = { params: { path: { projectId: "p1" }, query: { batches: "odd" } } };
    const { data } = await unwrap(getProjectTasks(ango.with({ fetch: createAngoHubMock().fetch }), init));
    expect(data.tasks.map((task) => task.batches)).toEqual([["odd"], ["odd"], ["odd"]]);
  });

  test("an export follows its times", async () => {
    const times = [
      { externalId: "old.jpg", createdAt: "2025-01-01T00:00:00.000Z", updatedAt: "2026-03-01T00:00:00.000Z" },
      { externalId: "new.jpg", createdAt: "2026-02-01T00:00:00.000Z", updatedAt: "2026-02-02T00:00:00.000Z" },
    ];
    const own = createAngoHubMock({ state: { tasks: times } });
    const client = ango.with({ fetch: own.fetch });
    const named = async (options: Parameters<typeof exportTasks>[2]): Promise<readonly boolean[]> => {
      const text = await (await exportTasks(client, { project: "p1" }, options)).text();
      return times.map(({ externalId }) => text.includes(externalId));
    };
    expect(await named({ createdAt: { after: "2026-01-01" } })).toEqual([false, true]);
    expect(await named({ updatedAt: { after: "2026-02-15" } })).toEqual([true, false]);
    expect(await named({})).toEqual([true, true]);
  });

  test.each(["json", "ndjson", "split"] as const)(
    "an export as %s can be downloaded, whole and in part",
    async (format) => {
      const file = await exportTasks(ango, { project: "p1" }, { format, batches: ["odd"] });
      const bytes = new Uint8Array(await (await file.blob()).arrayBuffer());
      // Stored without compression, so that what is inside can be read.
      const text = new TextDecoder().decode(bytes);
      expect(text.slice(0, 2)).toBe("PK");
      expect([text.includes("cat-1.jpg"), text.includes("cat-2.jpg")]).toEqual([true, false]);
      const downloads = mock.requests().filter(({ url }) => url.includes("/exports/"));
      expect(downloads.length).toBeGreaterThan(0);
      for (const { headers } of downloads) expect(headers).not.toHaveProperty("apikey");
      const part = await mock.fetch(downloads[0]?.url ?? "", { headers: { range: "bytes=-22" } });
      expect([part.status, new Uint8Array(await part.arrayBuffer())]).toEqual([206, bytes.slice(-22)]);
    },
  );

  test("a filter that is no list is refused as the platform does", async () => {
    const { error } = await ango.GET("/export", { params: { query: { project: "p1", stage: "Complete" } } });
    expect(error).toMatchObject({ status: 400, code: "fail" });
  });
});

describe("the key", () => {
  test("the one that was given is accepted, and no other", async () => {
    const strict = createAngoHubMock({ auth: { apiKey: "canary-right" } });
    const call = (apiKey: string): ReturnType<typeof listProjects> =>
      listProjects(createAngoHubClient({ auth: { apiKey }, fetch: strict.fetch }));
    expect((await call("canary-right")).error).toBeUndefined();
    const { error } = await call("canary-wrong");
    expect(error).toMatchObject({ status: 401, code: "fail" });
    expect(JSON.stringify([error, error?.body, strict.requests()])).not.toContain("canary");
  });

  test("a scheme word before the key is what the platform does not take", async () => {
    const response = await mock.fetch("https://imeritapi.ango.ai/v2/listProjects", {
      headers: { apikey: "apikey abc" },
    });
    expect([response.status, await response.json()]).toEqual([
      401,
      { status: "fail", message: "The credential is malformed." },
    ]);
  });
});

describe("state", () => {
  test("its types are those of the schemas, in part and at every depth", () => {
    const project = mock.fixture("Project", {
      stages: [{ name: "Label", type: "Label" }],
      assignedTo: [{ role: "Lead" }],
    });
    expectTypeOf(project).toEqualTypeOf<Schema<"Project">>();
    expect(project.stages).toMatchObject([{ name: "Label", type: "Label", id: expect.any(String) }]);
    // @ts-expect-error there is no such collection
    expect(() => createAngoHubMock({ state: { task: [] } })).toThrow("Did you mean state.tasks?");
    // @ts-expect-error a name is a string
    expect(() => createAngoHubMock({ state: { projects: [{ name: 1 }] } })).toThrow("/name must be a string");
    expect(createAngoHubMock({ state: { projects: [{ stages: [{ name: "Label" }] }] } })).toBeDefined();
  });

  test("250 tasks are made and paged in no time", async () => {
    const makeAndPage = async (): Promise<void> => {
      const many = createAngoHubMock({ state: { tasks: Array.from({ length: 250 }, () => ({})) } });
      const ango = createAngoHubClient({ auth: { apiKey: "any" }, fetch: many.fetch });
      const all = await collect(paginate(ango, getProjectTasks, { params: { path: { projectId: "p" } } }));
      expect(new Set(all.map(({ _id }) => _id)).size).toBe(250);
    };
    expect(await quickestRun(5000, () => cpuMs(makeAndPage))).toBeLessThan(5000);
  });
});
