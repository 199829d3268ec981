import {
  collect,
  createStardustClient,
  exportTasks,
  isConfigError,
  paginate,
  unwrap,
  type Schema,
  type StardustClient,
} from "@labelwire/stardust";
import { createStardustMock } from "@labelwire/stardust/msw";
import { createFolder, getProjectInfo, listProject, listTask } from "@labelwire/stardust/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { startServer, success, type TestServer } from "./start-server.ts";

const big = "358183635683250176";
const auth = { accessKey: "k", secretKey: "s" };

function connect(server: TestServer): StardustClient {
  return createStardustClient({ baseUrl: server.origin, auth, retry: false });
}

const period = { status: 1, startTime: 0, endTime: 1_800_000_000_000 };

describe("an id beyond 2^53", () => {
  test("survives from the list of projects over that of tasks to the export, over HTTP", async () => {
    const server = await startServer(({ target, body }) => {
      const text = body.toString();
      if (target === "/project/list") return success(`{"count":1,"data":[{"id":${big},"name":"cats"}]}`);
      if (target === "/project/tasks")
        return success(`{"count":1,"data":[{"id":"${big}","projectId":${big},"datasetId":8545436153352348001}]}`);
      const note = `{"note":${JSON.stringify(text)},"taskId":${big}}`;
      return success(
        `{"annotationResultList":[{"annotations":[],"hints":[],"issues":[{"actions":[{"taskId":${big}}]}],"notes":[${note}]}]}`,
      );
    });
    const stardust = connect(server);
    const [project] = await collect(paginate(stardust, listProject, { body: { status: 1, dataType: 2 } }));
    expectTypeOf(project).toEqualTypeOf<Schema<"Project"> | undefined>();
    const projectId = project?.id ?? "";
    const [task] = await collect(paginate(stardust, listTask, { body: { ...period, projectId } }));
    expect(task).toMatchObject({ id: big, projectId: big, datasetId: "8545436153352348001" });
    const [result] = await exportTasks(
      stardust,
      { project: projectId },
      { taskIds: [task?.id ?? "", BigInt(big), 12] },
    );
    expect(result?.notes?.[0]?.taskId).toBe(big);
    expect(result?.issues?.[0]?.actions?.[0]?.taskId).toBe(big);
    expectTypeOf(result?.notes?.[0]?.taskId).toEqualTypeOf<string | undefined>();
    expect(server.requests.map(({ body }) => body.toString()).slice(1)).toEqual([
      `{"status":1,"startTime":0,"endTime":1800000000000,"projectId":${big}}`,
      `{"projectId":${big},"taskIds":[${big},${big},12]}`,
    ]);
  });

  test("survives the mock too", async () => {
    const mock = createStardustMock({
      state: { projects: [{ id: big, status: 1, dataType: 2 }], tasks: [{ id: big, projectId: big }] },
    });
    const stardust = createStardustClient({ auth, fetch: mock.fetch });
    const [project] = await collect(paginate(stardust, listProject, { body: { status: 1, dataType: 2 } }));
    const [task] = await collect(paginate(stardust, listTask, { body: { ...period, projectId: project?.id ?? "" } }));
    const [result] = await exportTasks(stardust, { project: project?.id ?? "" }, { taskIds: [task?.id ?? ""] });
    expect(result?.notes?.[0]?.taskId).toBe(big);
    expect(mock.requests("export_tasks")[0]?.body).toEqual({ projectId: big, taskIds: [big] });
  });

  test("is sent in a query, and arrives small or large as a string", async () => {
    const server = await startServer(({ target }) => success(target.startsWith("/folder") ? '{"folderId":1}' : "{}"));
    const stardust = connect(server);
    await unwrap(getProjectInfo(stardust, { params: { query: { projectId: big } } }));
    expect(server.requests[0]?.target).toBe(`/project/get?projectId=${big}`);
    const { data } = await unwrap(createFolder(stardust, { body: { name: "cats" } }));
    expect(data.folderId).toBe("1");
    expectTypeOf(data.folderId).toEqualTypeOf<string>();
  });

  test.each<[option: string, call: (stardust: StardustClient) => Promise<unknown>]>([
    ["params.query.projectId", (stardust) => getProjectInfo(stardust, { params: { query: { projectId: 2 ** 53 } } })],
    ["body.projectId", (stardust) => exportTasks(stardust, { project: 2 ** 60 })],
    ["body.taskIds[1]", (stardust) => exportTasks(stardust, { project: 1 }, { taskIds: ["1", 358183635683250180] })],
    [
      "body.projectId",
      (stardust) => stardust.POST("/task/send", { body: { projectId: 1e20, resourceUrl: "https://a.test" } }),
    ],
  ])("that has lost digits is refused, and nothing is sent: %s", async (option, call) => {
    const server = await startServer(() => success({}));
    const thrown: unknown = await call(connect(server)).catch((reason: unknown) => reason);
    expect(isConfigError(thrown) && thrown.option).toBe(option);
    expect(String(thrown)).toContain("a number beyond 2^53");
    expect(server.requests).toEqual([]);
  });
});
