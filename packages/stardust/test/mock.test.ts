import { collect, createStardustClient, isApiError, paginate, unwrap } from "@labelwire/stardust";
import { createStardustMock, type StardustMockOptions } from "@labelwire/stardust/msw";
import {
  createFolder,
  createProject,
  exportTasks,
  getTask,
  listProject,
  listTask,
  reSending,
} from "@labelwire/stardust/operations";
import { setupServer } from "msw/node";
import { describe, expect, expectTypeOf, onTestFinished, test } from "vitest";

const auth = { accessKey: "k", secretKey: "s" };
const big = "358183635683250176";

function connect(options?: StardustMockOptions) {
  const mock = createStardustMock(options);
  return { mock, stardust: createStardustClient({ auth, fetch: mock.fetch, retry: false }) };
}

const period = { status: 1, startTime: 0, endTime: 1_800_000_000_000 };
const project = { name: "cats", dataType: 2 as const, deadline: "2027-01-01", operators: [] };

describe("state", () => {
  test("is listed by project, page by page, and shown by id", async () => {
    const tasks = Array.from({ length: 25 }, (_, index) => ({
      id: String(index + 1),
      projectId: index < 23 ? "12" : "13",
    }));
    const { stardust } = connect({ state: { tasks } });
    const seen = await collect(paginate(stardust, listTask, { body: { ...period, projectId: 12 } }));
    expect(seen.map(({ id }) => id)).toEqual(tasks.slice(0, 23).map(({ id }) => id));
    const { data } = await unwrap(getTask(stardust, { body: { projectId: 12, taskId: "7" } }));
    expect(data).toMatchObject({ taskId: "7", appendInfo: { projectInfo: { projectId: "12" } } });
    const { error } = await getTask(stardust, { body: { projectId: 12, taskId: "99" } });
    expect(error).toMatchObject({ status: 200, code: 404 });
    expect((await reSending(stardust, { params: { path: { taskId: "99" } } })).error?.code).toBe(404);
  });

  test("holds what was made, and refuses a name that was given before", async () => {
    const { mock, stardust } = connect({ state: { projects: [] } });
    const made = await unwrap(createProject(stardust, { body: project }));
    const listed = await collect(paginate(stardust, listProject, { body: { status: 1, dataType: 2 } }));
    expect(listed).toMatchObject([{ id: made.data.projectId, name: "cats" }]);
    expect((await createProject(stardust, { body: project })).error).toMatchObject({ status: 200, code: 5801 });
    await unwrap(createFolder(stardust, { body: { name: "pets" } }));
    expect((await createFolder(stardust, { body: { name: "pets" } })).error?.code).toBe(5836);
    mock.reset();
    await unwrap(createFolder(stardust, { body: { name: "pets" } }));
  });

  test("gives one result for each task of the days that are asked for", async () => {
    const tasks = [
      { id: "1", projectId: "12", updatedTime: "2026-01-01 00:00:00" },
      { id: "2", projectId: "12", updatedTime: "2026-01-31 23:59:59" },
      { id: "3", projectId: "12", updatedTime: "2026-02-01 00:00:00" },
    ];
    const { stardust } = connect({ state: { tasks } });
    const body = { projectId: 12, completeTimeAfter: "2026-01-01", completeTimeBefore: "2026-02-01" };
    const { data } = await unwrap(exportTasks(stardust, { body }));
    expect(data.annotationResultList.map(({ notes }) => notes?.[0]?.taskId)).toEqual(["1", "2"]);
  });
});

describe("what the mock refuses", () => {
  test("a request that breaks the documentation, inside HTTP 200", async () => {
    const { mock, stardust } = connect();
    // What JavaScript callers can pass.
    const { error } = await createProject(stardust, { body: { name: "cats" } as typeof project });
    expect(error).toMatchObject({ status: 200, code: 400 });
    expect(error?.message).toContain("/dataType must be present");
    expect(mock.requests("create_project")[0]?.faults).toContainEqual(
      expect.objectContaining({ pointer: "/dataType" }),
    );
  });

  test.each<[name: string, headers: Record<string, string>]>([
    ["no signature", {}],
    ["a signature that is none", { "x-stardust-key": "k", "x-ts": "now", "x-sign": "x" }],
  ])("%s", async (_, headers) => {
    const { mock } = connect();
    const response = await mock.fetch(
      new Request("https://portal-prod.rosettalab.top/rosetta-open/project/get?projectId=1", { headers }),
    );
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ success: false, code: 401, data: null });
  });

  test("another key pair than the one it was given", async () => {
    const { mock, stardust } = connect({ auth: { accessKey: "k", secretKey: "other" } });
    expect((await getTask(stardust, { body: { projectId: 1, taskId: "1" } })).error).toMatchObject({ code: 401 });
    const nobody = stardust.with({ auth: { accessKey: "no", secretKey: "other" } });
    expect((await getTask(nobody, { body: { projectId: 1, taskId: "1" } })).error).toMatchObject({ code: 402 });
    const right = stardust.with({ auth: { accessKey: "k", secretKey: "other" } });
    expect((await getTask(right, { body: { projectId: 1, taskId: "1" } })).error).toBeUndefined();
    expect(JSON.stringify(mock.requests())).not.toMatch(/[0-9a-f]{32}/);
  });
});

describe("a test's own answers", () => {
  test("are typed by operation and status, with ids as digits", async () => {
    const { mock, stardust } = connect();
    mock.on("get_task", ({ body, respond }) => {
      expectTypeOf(body.taskId).toEqualTypeOf<string>();
      return respond(200, { data: { taskId: big, appendInfo: { projectInfo: { projectId: big } } } });
    });
    const { data } = await unwrap(getTask(stardust, { body: { projectId: 1, taskId: "1" } }));
    expect(data.appendInfo?.projectInfo?.projectId).toBe(big);
    expect(mock.fixture("Project", { id: big })).toMatchObject({ id: big });
    expect(() => mock.fixture("Project", { id: "one" })).toThrow(/id/);
  });

  test("and failures come as the platform's", async () => {
    const { mock, stardust } = connect();
    mock.fail("list_task", { status: 403, times: 1 });
    const list = { body: { ...period, projectId: 1 } };
    const { error } = await listTask(stardust, list);
    expect(isApiError(error) && [error.status, error.code]).toEqual([403, 403]);
    expect((await listTask(stardust, list)).error).toBeUndefined();
  });

  test("through msw too", async () => {
    const mock = createStardustMock({ state: { tasks: [{ id: big, projectId: big }] } });
    const server = setupServer(...mock.handlers);
    // msw 2 knows the one name, msw 3 the other.
    const options = { onUnhandledRequest: "error", onUnhandledFrame: "error" } as const;
    server.listen(options);
    onTestFinished(() => {
      server.close();
    });
    const [task] = await collect(
      paginate(createStardustClient({ auth }), listTask, { body: { ...period, projectId: big } }),
    );
    expect(task?.projectId).toBe(big);
  });
});
