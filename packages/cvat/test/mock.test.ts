import {
  buildFilter,
  cancelRequest,
  checkServerVersion,
  collect,
  createCvatClient,
  createTask,
  downloadChunk,
  downloadFrame,
  downloadPreview,
  exportBackup,
  exportDataset,
  importAnnotations,
  importDataset,
  isApiError,
  isJobFailedError,
  isNetworkError,
  paginate,
  restoreBackup,
  unwrap,
  waitForRequest,
  type CvatClient,
  type JobProgress,
  type Schema,
} from "@labelwire/cvat";
import { createCvatMock, createMockClock } from "@labelwire/cvat/msw";
import {
  commentsList,
  issuesCreate,
  issuesList,
  jobsList,
  jobsPartialUpdate,
  jobsPartialUpdateAnnotations,
  jobsRetrieveAnnotations,
  labelsList,
  projectsRetrieve,
  requestsList,
  tasksCreate,
  tasksCreateDatasetExport,
  tasksDestroy,
  tasksList,
  tasksPartialUpdate,
  tasksRetrieve,
  tasksRetrieveAnnotations,
  tasksRetrieveDataMeta,
  tasksUpdateAnnotations,
  usersRetrieveSelf,
} from "@labelwire/cvat/operations";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, test } from "vitest";

const tasks = Array.from({ length: 25 }, (_, index) => ({
  name: `cats ${String(index + 1)}`,
  status: index < 20 ? ("completed" as const) : ("annotation" as const),
  owner: { username: index % 2 === 0 ? "ann" : "bob" },
  project_id: index < 5 ? 3 : null,
}));
const state = { tasks, projects: [{ id: 3, name: "animals" }], jobs: [], labels: [] };
const mock = createCvatMock({ seed: 1, state });
const server = setupServer(...mock.handlers);
const auth = { accessToken: "any" };

// The same client, once with the mock as its fetch and once with msw in between.
const doors: readonly (readonly [string, (options?: object) => CvatClient])[] = [
  ["mock.fetch", (options) => createCvatClient({ auth, fetch: mock.fetch, clock: createMockClock(), ...options })],
  ["msw", (options) => createCvatClient({ auth, clock: createMockClock(), ...options })],
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

type TaskQuery = NonNullable<NonNullable<NonNullable<Parameters<typeof tasksList>[1]>["params"]>["query"]>;

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

describe.each(doors)("the client against the mock through %s", (_door, connect) => {
  const cvat = connect();

  test("a test answers in its own way, typed, and sees what was sent", async () => {
    mock.on("tasks_retrieve", ({ params, respond }) => {
      expectTypeOf(params.path.id).toEqualTypeOf<number>();
      return respond(200, { name: `task ${String(params.path.id)}`, jobs: { count: 2 } });
    });
    const task = await unwrap(tasksRetrieve(cvat, { params: { path: { id: 99 } } }));
    expect(task).toMatchObject({ id: 99, name: "task 99", jobs: { count: 2, completed: 0 } });
    await unwrap(tasksCreate(cvat, { body: { name: "new" } }));
    const [request] = mock.requests("tasks_create");
    expectTypeOf(request?.body.name).toEqualTypeOf<string | undefined>();
    expect(request).toMatchObject({ body: { name: "new" }, headers: { authorization: "[redacted]" }, faults: [] });
    mock.fail("tasks_list", { status: 429, retryAfterSeconds: 0, times: 2 });
    expect((await unwrap(tasksList(cvat))).count).toBe(26);
    mock.fail("tasks_list", { networkError: true });
    expect(isNetworkError(await outcome(unwrap(tasksList(cvat, { retry: false }))))).toBe(true);
  });

  test("lists page, filter, search and sort as the server's", async () => {
    const all = await collect(paginate(cvat, tasksList, {}, { prefetch: 2 }));
    expect(all.map(({ name }) => name)).toEqual(tasks.map(({ name }) => name));
    const list = (query: TaskQuery) => unwrap(tasksList(cvat, { params: { query } }));
    expect((await list({ page_size: "all" })).results).toHaveLength(25);
    expect(await list({ page: 2, page_size: 10 })).toMatchObject({
      count: 25,
      next: "https://app.cvat.ai/api/tasks?page=3&page_size=10",
      previous: "https://app.cvat.ai/api/tasks?page_size=10",
    });
    expect(await outcome(list({ page: 4 }))).toMatchObject({
      status: 404,
      message: expect.stringContaining("Invalid page."),
    });
    expect((await list({ status: "annotation" })).count).toBe(5);
    expect((await list({ owner: "ann" })).count).toBe(13);
    expect((await list({ search: "CATS 1" })).count).toBe(11);
    expect((await list({ sort: "-id", page_size: 1 })).results[0]?.id).toBe(25);
    const filter = buildFilter("tasks_list", { owner: "bob", id: { from: 3, to: 6 } });
    expect((await list({ filter })).results.map(({ id }) => id)).toEqual([4, 6]);
    expect(await outcome(list({ filter: '{"xor":[]}' }))).toMatchObject({ status: 400 });
  });

  test("what is written hangs together", async () => {
    const labels = [{ name: "cat" }, { name: "dog", color: "#ff0000" }];
    const task = await unwrap(tasksCreate(cvat, { body: { name: "new", labels, project_id: null } }));
    expect(task).toMatchObject({ id: 26, name: "new", size: 0, url: "https://app.cvat.ai/api/tasks/26" });
    expect(task.owner?.username).toBe((await unwrap(usersRetrieveSelf(cvat))).username);
    const query = { task_id: task.id };
    const made = await collect(paginate(cvat, labelsList, { params: { query } }));
    expect(made).toMatchObject([{ name: "cat" }, { name: "dog", color: "#ff0000", task_id: 26 }]);
    const path = { id: task.id };
    const changed = await unwrap(
      tasksPartialUpdate(cvat, {
        params: { path },
        body: { name: "newer", labels: [{ id: made[0]?.id ?? 0, deleted: true }] },
      }),
    );
    expect(changed.name).toBe("newer");
    expect(await collect(paginate(cvat, labelsList, { params: { query } }))).toHaveLength(1);
    await unwrap(tasksDestroy(cvat, { params: { path } }));
    expect(await outcome(unwrap(tasksRetrieve(cvat, { params: { path } })))).toMatchObject({ status: 404 });
    expect(await collect(paginate(cvat, labelsList, { params: { query } }))).toEqual([]);
  });

  test("an issue begins with a comment", async () => {
    const body = { job: 5, frame: 0, position: [1, 2], message: "Look here" };
    const issue = await unwrap(issuesCreate(cvat, { body }));
    expect(issue).toMatchObject({ job: 5, position: [1, 2], resolved: expect.any(Boolean) });
    const comments = await unwrap(commentsList(cvat, { params: { query: { issue_id: issue.id } } }));
    expect(comments.results).toMatchObject([{ message: "Look here", issue: issue.id }]);
    expect((await unwrap(issuesList(cvat, { params: { query: { job_id: 5 } } }))).results).toEqual([issue]);
  });

  test("a task gets frames and jobs from the files that are uploaded", async () => {
    const files = ["a.png", "b.png", "größe.png"].map(
      (name) => new File([`bytes of ${name}`], name, { type: "image/png" }),
    );
    const fields = { name: "new", project_id: 3, segment_size: 2 };
    const task = await createTask(cvat, fields, files, { uploadChunkBytes: 10 });
    expect(task).toMatchObject({ size: 3, mode: "annotation", jobs: { count: 2, completed: 0 } });
    const query = { task_id: task.id };
    const jobs = await collect(paginate(cvat, jobsList, { params: { query } }));
    expect(jobs.map(({ start_frame: start, stop_frame: stop, frame_count: count }) => [start, stop, count])).toEqual([
      [0, 1, 2],
      [2, 2, 1],
    ]);
    expect((await unwrap(projectsRetrieve(cvat, { params: { path: { id: 3 } } }))).tasks.count).toBe(6);
    const path = { id: task.id };
    const meta = await unwrap(tasksRetrieveDataMeta(cvat, { params: { path } }));
    expect([meta.size, meta.frames?.map(({ name }) => name).sort()]).toEqual([3, ["a.png", "b.png", "größe.png"]]);
    const frame = await downloadFrame(cvat, { task: task.id }, 1);
    expect(await (await frame.blob()).text()).toMatch(/^bytes of .\.?.*png$/);
    expect((await (await downloadChunk(cvat, { job: jobs[0]?.id ?? 0 }, 0)).blob()).type).toBe("application/zip");
    expect(await outcome(downloadFrame(cvat, { task: task.id }, 3))).toMatchObject({ status: 400 });
    const update = {
      params: { path: { id: jobs[0]?.id ?? 0 } },
      body: { stage: "acceptance", state: "completed" },
    } as const;
    await unwrap(jobsPartialUpdate(cvat, update));
    expect((await unwrap(tasksRetrieve(cvat, { params: { path } }))).jobs.completed).toBe(1);
  });

  test("a task whose data fails is not left behind", async () => {
    mock.failNextRequest("The files are broken.");
    const failure = await outcome(createTask(cvat, { name: "new" }, [new File(["x"], "a.png")]));
    expect(failure).toMatchObject({ cause: { message: expect.stringContaining("The files are broken.") } });
    expect((await unwrap(tasksList(cvat))).count).toBe(25);
  });

  test("a request is queued, started and finished, look by look", async () => {
    const query = { format: "COCO 1.0", save_images: false };
    const { rq_id: id } = await unwrap(tasksCreateDatasetExport(cvat, { params: { path: { id: 1 }, query } }));
    expect(id).toBe("action=export&target=task&target_id=1&user_id=1&subresource=annotations&format=COCO_1~0");
    const again = await tasksCreateDatasetExport(cvat, { params: { path: { id: 1 }, query } });
    expect([again.error?.status, again.error?.body]).toEqual([409, { rq_id: id }]);
    const seen: JobProgress[] = [];
    const finished = await waitForRequest(cvat, id, { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ status, fraction }) => [status, fraction])).toEqual([
      ["queued", undefined],
      ["started", 0.5],
      ["finished", 1],
    ]);
    expect(finished).toMatchObject({ operation: { type: "export:annotations", task_id: 1, format: "COCO 1.0" } });
    expect((await unwrap(requestsList(cvat, { params: { query: { task_id: 1 } } }))).results).toMatchObject([{ id }]);
  });

  test("a request is cancelled, and gone", async () => {
    const query = { format: "COCO 1.0" };
    const { rq_id: id } = await unwrap(tasksCreateDatasetExport(cvat, { params: { path: { id: 1 }, query } }));
    expect([await cancelRequest(cvat, id), await cancelRequest(cvat, id)]).toEqual([true, false]);
    expect(await outcome(waitForRequest(cvat, id))).toMatchObject({ status: "vanished" });
  });

  test("a request fails where the test says so", async () => {
    mock.failNextRequest("Out of cats.");
    const failure = await outcome(exportDataset(cvat, { task: 1 }, { format: "COCO 1.0" }));
    expect([isJobFailedError(failure), String(failure)]).toEqual([true, expect.stringContaining("Out of cats.")]);
    expect(await exportDataset(cvat, { task: 1 }, { format: "COCO 1.0" })).toBeDefined();
  });

  test.each([
    ["a dataset", () => exportDataset(cvat, { project: 3 }, { format: "COCO 1.0", saveImages: true }), "images/"],
    ["a backup", () => exportBackup(cvat, { task: 2 }), "cats 2"],
  ])("%s is exported into a file that can be downloaded, whole and in part", async (_what, start, inside) => {
    const file = await start();
    const bytes = new Uint8Array(await (await file.blob()).arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    expect([text.slice(0, 2), text.includes(inside), file.name]).toEqual(["PK", true, expect.stringMatching(/\.zip$/)]);
    const [download] = mock.requests().filter(({ url }) => url.includes("/download?"));
    expect(download?.operation).toBeUndefined();
    const headers = { authorization: "Bearer any", range: "bytes=-22" };
    const part = await mock.fetch(download?.url ?? "", { headers });
    expect([part.status, new Uint8Array(await part.arrayBuffer())]).toEqual([206, bytes.slice(-22)]);
  });

  test("an unknown format is refused, and the nearest ones are known", async () => {
    const failure = await outcome(exportDataset(cvat, { task: 1 }, { format: "COCO" }));
    expect(failure).toMatchObject({ status: 400, message: expect.stringContaining('"COCO 1.0"') });
  });

  test("imports and backups go up in one request or in pieces, and a backup becomes a task", async () => {
    const file = new File(["x".repeat(50)], "annotations.zip");
    const imported = await importAnnotations(cvat, { task: 1 }, file, { format: "COCO 1.0" });
    expect(imported).toMatchObject({ status: "finished", operation: { type: "import:annotations" } });
    await importDataset(cvat, { project: 3 }, file, { format: "COCO 1.0", uploadChunkBytes: 20 });
    expect((await unwrap(tasksList(cvat, { params: { query: { project_id: 3 } } }))).count).toBe(6);
    const { id } = await restoreBackup(cvat, "task", file, { uploadChunkBytes: 20 });
    expect(await unwrap(tasksRetrieve(cvat, { params: { path: { id } } }))).toMatchObject({ name: "restored task" });
  });

  test("annotations are what was written, of a task and of its jobs alike", async () => {
    const task = await createTask(cvat, { name: "new", segment_size: 1 }, [
      new File(["1"], "1.png"),
      new File(["2"], "2.png"),
    ]);
    const path = { id: task.id };
    const jobs = await collect(paginate(cvat, jobsList, { params: { query: { task_id: task.id } } }));
    const [, second] = jobs;
    expect(await unwrap(tasksRetrieveAnnotations(cvat, { params: { path } }))).toMatchObject({ shapes: [], tags: [] });
    const shapes = [0, 1].map((frame) => ({ type: "rectangle" as const, frame, label_id: 1, points: [0, 0, 1, 1] }));
    const written = await unwrap(tasksUpdateAnnotations(cvat, { params: { path }, body: { shapes } }));
    expect(written.shapes).toMatchObject([
      { id: 1, frame: 0, occluded: false, source: "manual" },
      { id: 2, frame: 1 },
    ]);
    const job = { path: { id: second?.id ?? 0 } };
    expect((await unwrap(jobsRetrieveAnnotations(cvat, { params: job }))).shapes).toMatchObject([{ id: 2 }]);
    const tag = { frame: 1, label_id: 2 };
    const patch = { params: { ...job, query: { action: "create" as const } }, body: { tags: [tag] } };
    expect((await unwrap(jobsPartialUpdateAnnotations(cvat, patch))).tags).toMatchObject([{ id: 3, frame: 1 }]);
    const gone = {
      params: { ...job, query: { action: "delete" as const } },
      body: { shapes: written.shapes.slice(1) },
    };
    await unwrap(jobsPartialUpdateAnnotations(cvat, gone));
    const all = await unwrap(tasksRetrieveAnnotations(cvat, { params: { path } }));
    expect([all.shapes.map(({ id }) => id), all.tags.map(({ id }) => id)]).toEqual([[1], [3]]);
  });

  test("there is a picture for every task, and none for one without data", async () => {
    const preview = await downloadPreview(cvat, { task: 1 });
    const bytes = new Uint8Array(await ((await preview?.blob()) ?? new Blob()).arrayBuffer());
    expect([...bytes.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG");
    const { id } = await unwrap(tasksCreate(cvat, { body: { name: "new" } }));
    expect(await downloadPreview(cvat, { task: id })).toBeUndefined();
  });

  test("it is a server of the version that the schema is of", async () => {
    const warnings: string[] = [];
    await checkServerVersion(cvat, { onWarning: (warning: string) => warnings.push(warning) });
    expect(warnings).toEqual([]);
  });
});

describe("organizations", () => {
  const owned = createCvatMock({
    state: {
      organizations: [{ id: 5, slug: "acme" }],
      tasks: [{ name: "ours", organization_id: 5 }, { name: "mine", organization_id: null }, { name: "any" }],
    },
  });
  const names = async (scope: object): Promise<unknown> => {
    const cvat = createCvatClient({ auth, fetch: owned.fetch, ...scope });
    return (await unwrap(tasksList(cvat))).results.map(({ name }) => name);
  };

  test("narrow what is seen: to one of them, to what belongs to none, or not at all", async () => {
    expect(await names({})).toEqual(["ours", "mine", "any"]);
    expect(await names({ organization: "acme" })).toEqual(["ours", "any"]);
    expect(await names({ organizationId: 5 })).toEqual(["ours", "any"]);
    expect(await names({ organization: null })).toEqual(["mine", "any"]);
  });

  test("that do not exist are refused, and so is one that is given twice", async () => {
    expect(await outcome(names({ organization: "nope" }))).toMatchObject({
      status: 404,
      message: expect.stringContaining("nope organization does not exist."),
    });
    const headers = { authorization: "Bearer any", "x-organization": "acme" };
    const twice = await owned.fetch("https://app.cvat.ai/api/tasks?org_id=5", { headers });
    expect([twice.status, await twice.json()]).toEqual([400, [expect.stringContaining("org_id")]]);
  });

  test("hold what is created in them", async () => {
    const cvat = createCvatClient({ auth, fetch: owned.fetch, organization: "acme" });
    expect(await unwrap(tasksCreate(cvat, { body: { name: "new" } }))).toMatchObject({ organization_id: 5 });
    owned.reset();
  });
});

describe("what the server refuses", () => {
  const url = "https://app.cvat.ai/api/tasks";
  const ask = async (headers: HeadersInit, init: RequestInit = {}): Promise<[status: number, body: unknown]> => {
    const response = await mock.fetch(url, { headers, ...init });
    return [response.status, await response.json()];
  };

  test.each([
    ["application/json", 406],
    ["application/vnd.cvat+json; version=1.0", 406],
    ["application/json, text/plain, */*", 200],
    ["application/vnd.cvat+json; version=2.0", 200],
  ])("Accept: %s is answered %i", async (accept, status) => {
    expect((await ask({ authorization: "Bearer any", accept }))[0]).toBe(status);
  });

  test("a body that is wrong, field by field", async () => {
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const body = JSON.stringify({ labels: [{ name: "" }], segment_size: -1 });
    expect(await ask(headers, { method: "POST", body })).toEqual([
      400,
      {
        name: ["must be present"],
        segment_size: ["must be at least 0"],
        labels: { "0": { name: ["must have at least 1 characters"] } },
      },
    ]);
    const error = await outcome(
      unwrap(tasksCreate(createCvatClient({ auth, fetch: mock.fetch }), { body: { name: "" } })),
    );
    expect(isApiError(error) && error.message).toContain("name: must have at least 1");
    expect((await ask({ ...headers, "content-type": "application/vnd.cvat+json" }, { method: "POST", body }))[0]).toBe(
      415,
    );
  });

  test.each<[string, Parameters<typeof createCvatClient>[0], number | undefined]>([
    ["an access token", { auth: { accessToken: "right" } }, undefined],
    ["a wrong one", { auth: { accessToken: "wrong" } }, 401],
    ["a key of the older kind", { auth: { token: "right" } }, 401],
    ["name and password", { auth: { username: "ann", password: "right" } }, 401],
    ["a session", { auth: { sessionId: "s", csrfToken: "right" } }, 401],
  ])("%s is judged by the one credential that was given", async (_what, options, status) => {
    const strict = createCvatMock({ auth: { accessToken: "right" } });
    const { error } = await tasksList(createCvatClient({ ...options, fetch: strict.fetch }));
    expect(error?.status).toBe(status);
    const lenient = createCvatMock();
    expect((await tasksList(createCvatClient({ ...options, fetch: lenient.fetch }))).error).toBeUndefined();
  });

  test("a change in a session without its token", async () => {
    const headers = { cookie: "sessionid=s; csrftoken=t", "content-type": "application/json" };
    const init = { method: "POST", body: '{"name":"x"}' };
    expect(await ask(headers, init)).toEqual([403, { detail: "CSRF Failed: CSRF token missing." }]);
    expect((await ask({ ...headers, "x-csrftoken": "t" }, init))[0]).toBe(201);
    expect((await ask(headers))[0]).toBe(200);
  });

  test.each([
    ["/api/tasks/1", 200],
    ["/api/tasks/1/", 404],
    ["/api/tasks/1/annotations/", 200],
    ["/api/tasks/1/annotations", 200],
  ])("a slash at the end leads nowhere, but to paths that have one: %s", async (path, expected) => {
    const headers = { authorization: "Bearer any" };
    expect((await mock.fetch(`https://app.cvat.ai${path}`, { headers })).status).toBe(expected);
  });

  test("no credential says how to bring one", async () => {
    const response = await mock.fetch(url);
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Token"]);
    expect(response.headers.get("content-type")).toBe("application/vnd.cvat+json");
  });
});

describe("seeds and fixtures", () => {
  test("the same seed and the same calls give the same bytes", async () => {
    const run = async (): Promise<string> => {
      const own = createCvatMock({ seed: "s" });
      const cvat = createCvatClient({ auth, fetch: own.fetch, clock: createMockClock() });
      const task = await createTask(cvat, { name: "new" }, [new File(["1"], "1.png")]);
      const file = await exportBackup(cvat, { task: task.id });
      return JSON.stringify([task, await (await file.blob()).text(), await unwrap(tasksList(cvat))]);
    };
    expect(await run()).toBe(await run());
  });

  test("a fixture is valid and typed, with what was given", () => {
    const task = mock.fixture("TaskRead", { name: "x", jobs: { count: 4 } });
    expectTypeOf(task).toEqualTypeOf<Schema<"TaskRead">>();
    expect(task).toMatchObject({ name: "x", jobs: { count: 4, completed: expect.any(Number) } });
    // @ts-expect-error there is no such collection
    expect(() => createCvatMock({ state: { task: [] } })).toThrow("Did you mean state.tasks?");
  });
});
