import { createStardustClient, stardustErrorCodes, unwrap, type StardustClient } from "@labelwire/stardust";
import {
  createStardustMock,
  failureEnvelope,
  type StardustMock,
  type StardustMockOptions,
} from "@labelwire/stardust/msw";
import {
  createFolder,
  createProject,
  createWorkflow,
  exportTasks,
  getProjectInfo,
  getTask,
  listProject,
  listTask,
  requestAnnotation,
  runStat,
} from "@labelwire/stardust/operations";
import { describe, expect, test } from "vitest";

function imitate(options?: StardustMockOptions): { mock: StardustMock; stardust: StardustClient } {
  const mock = createStardustMock(options);
  const auth = { accessKey: "k", secretKey: "s" };
  return { mock, stardust: createStardustClient({ auth, fetch: mock.fetch, retry: false }) };
}

const project = { name: "cats", dataType: 2 as const, deadline: "2027-01-31", operators: [] };
const workflow = {
  vertex: [
    { name: "in", runMode: 1 as const, type: 0 as const, workers: [] },
    { name: "out", runMode: 1 as const, type: 5 as const, workers: [] },
  ],
};

describe("a list of tasks", () => {
  const from = Date.parse("2026-01-01T00:00:00Z");
  const to = Date.parse("2026-01-31T00:00:00Z");
  const period = { projectId: 12, status: 1, startTime: from, endTime: to };

  test("holds those that were made in the period, both ends included", async () => {
    const times = ["2025-12-31 23:59:59", "2026-01-01 00:00:00", "2026-01-31 00:00:00", "2026-01-31 00:00:01"];
    const tasks = times.map((createdTime, index) => ({ id: String(index), projectId: "12", createdTime }));
    const { stardust } = imitate({ state: { tasks: [...tasks, { id: "4", projectId: "12" }] } });
    const { data } = await unwrap(listTask(stardust, { body: period }));
    // The last has no time of its own, and is in every period.
    expect([data.count, data.data.map(({ id }) => id)]).toEqual([3, ["1", "2", "4"]]);
  });

  test("is there without state, whatever the period, and its tasks are found", async () => {
    const { stardust } = imitate();
    const { data } = await unwrap(listTask(stardust, { body: { ...period, startTime: 0, endTime: 1 } }));
    expect(data.data).toHaveLength(3);
    const taskId = data.data[0]?.id ?? "";
    expect(taskId).toMatch(/^\d{18}$/);
    expect((await unwrap(getTask(stardust, { body: { projectId: 12, taskId } }))).data.taskId).toBe(taskId);
    const exported = await unwrap(exportTasks(stardust, { body: { projectId: 12, taskIds: [taskId] } }));
    expect(exported.data.annotationResultList).toHaveLength(1);
  });

  test("is cut into pages from 1", async () => {
    const tasks = Array.from({ length: 25 }, (_, index) => ({ id: String(index), projectId: "12" }));
    const { stardust } = imitate({ state: { tasks } });
    const page = async (offset?: number, limit?: number): Promise<readonly [number, number]> => {
      const body = { ...period, ...(offset !== undefined && { offset }), ...(limit !== undefined && { limit }) };
      const { data } = await unwrap(listTask(stardust, { body }));
      return [data.count, data.data.length];
    };
    expect(await Promise.all([page(), page(3), page(4), page(2, 20)])).toEqual([
      [25, 10],
      [25, 5],
      [25, 0],
      [25, 5],
    ]);
  });
});

describe("a result", () => {
  test("is the same in the task and in the export, as a test gave it", async () => {
    const slots = [{ type: "text" as const, id: "s", text: "cat", start: 0, length: 3 }];
    const result = { annotations: [{ key: "text-1", label: "cat", type: "slot", slots }] };
    const { stardust } = imitate({
      state: {
        tasks: [
          { id: "7", projectId: "12" },
          { id: "8", projectId: "12" },
        ],
        taskDetails: [{ taskId: "7", result }],
      },
    });
    const { data } = await unwrap(exportTasks(stardust, { body: { projectId: 12 } }));
    const [given, made] = data.annotationResultList;
    expect(given?.annotations).toMatchObject(result.annotations);
    expect(data.annotationResultList.map(({ notes }) => notes?.[0]?.taskId)).toEqual(["7", "8"]);
    for (const [taskId, exported] of [
      ["7", given],
      ["8", made],
    ] as const) {
      const shown = await unwrap(getTask(stardust, { body: { projectId: 12, taskId } }));
      expect(shown.data.result).toEqual(exported);
    }
  });

  test("is exported for some days where its task is complete", async () => {
    const { stardust } = imitate({
      state: {
        tasks: [
          { id: "1", projectId: "12", status: 3, updatedTime: "2026-01-05 10:00:00" },
          { id: "2", projectId: "12", status: 9, updatedTime: "2026-01-05 10:00:00" },
          { id: "3", projectId: "12" },
          { id: "4", projectId: "13" },
        ],
      },
    });
    const ids = async (body: object): Promise<unknown> => {
      const { data } = await unwrap(exportTasks(stardust, { body: { projectId: 12, ...body } }));
      return data.annotationResultList.map(({ notes }) => notes?.[0]?.taskId);
    };
    expect(await ids({})).toEqual(["1", "2", "3"]);
    expect(await ids({ completeTimeAfter: "2026-01-05", completeTimeBefore: "2026-01-06" })).toEqual(["2", "3"]);
    expect(await ids({ completeTimeBefore: "2026-01-05" })).toEqual(["3"]);
    expect(await ids({ taskIds: ["1", 4, "3"] })).toEqual(["1", "3"]);
  });
});

describe("what is written", () => {
  test("a project is listed, described, and the only one that there is", async () => {
    const { stardust } = imitate({ state: { projects: [] } });
    const made = await unwrap(createProject(stardust, { body: { ...project, description: "all of them", workflow } }));
    const { projectId, workflowId = "" } = made.data;
    const { data: listed } = await unwrap(listProject(stardust, { body: { status: 1, dataType: 2 } }));
    expect(listed.data).toMatchObject([
      { id: projectId, deadline: "2027-01-31 23:59:59", poolNodeTaskDtoList: [{ name: "in" }, { name: "out" }] },
    ]);
    expect((await unwrap(listProject(stardust, { body: { status: 1, dataType: 3 } }))).data.count).toBe(0);
    const info = await unwrap(getProjectInfo(stardust, { params: { query: { projectId } } }));
    expect(info.data).toMatchObject({ description: "all of them", created_at: "2026-01-15" });
    expect((await getProjectInfo(stardust, { params: { query: { projectId: 1 } } })).error?.code).toBe(5802);
    expect((await exportTasks(stardust, { body: { projectId: 1 } })).error?.code).toBe(5802);

    const more = await unwrap(createWorkflow(stardust, { body: { projectId, workflow } }));
    for (const id of [workflowId, more.data.workflowId]) {
      expect((await runStat(stardust, { body: { projectId, workflowId: id } })).error).toBeUndefined();
    }
    expect((await runStat(stardust, { body: { projectId, workflowId: 1 } })).error?.code).toBe(5845);
  });

  test("data becomes tasks, and what the dataset has not does not", async () => {
    const mappingList = [{ dataId: "111", sceneId: "s" }];
    const { stardust } = imitate({ state: { tasks: [], datasets: [{ datasetId: "5", mappingList }] } });
    const body = { projectId: 12, datasetId: 5, dataIds: ["111", "112"] };
    const { data } = await unwrap(requestAnnotation(stardust, { body }));
    expect(data).toMatchObject({ successTaskList: [{ dataId: "111" }], errorDataIdList: ["112"] });
    const period = { projectId: 12, status: 1, startTime: 0, endTime: 1 };
    const listed = await unwrap(listTask(stardust, { body: period }));
    expect(listed.data.data).toMatchObject([
      { id: data.successTaskList[0]?.taskId, projectId: "12", datasetId: "5", status: 1 },
    ]);
    expect((await requestAnnotation(stardust, { body: { ...body, datasetId: 6 } })).error?.code).toBe(5308);
  });
});

test.each(["task-1", "9223372036854775808", "007"])(
  "a task may have the id %j, whether a result can name it or not",
  async (id) => {
    const { stardust } = imitate({ state: { tasks: [{ id, projectId: "12" }] } });
    const { data: shown } = await unwrap(getTask(stardust, { body: { projectId: 12, taskId: id } }));
    const { data } = await unwrap(exportTasks(stardust, { body: { projectId: 12 } }));
    expect([shown.taskId, data.annotationResultList]).toEqual([id, [shown.result]]);
  },
);

test("any documented code can be met", async () => {
  const { mock, stardust } = imitate();
  const call = async (): Promise<unknown> => (await createFolder(stardust, { body: { name: "cats" } })).error;
  for (const [text, meaning] of Object.entries(stardustErrorCodes)) {
    const code = Number(text) as keyof typeof stardustErrorCodes; // what the table is made of
    mock.fail("create_folder", { status: 200, body: failureEnvelope(code), times: 1 });
    expect(await call()).toMatchObject({ status: 200, code, message: expect.stringContaining(meaning) });
  }
  mock.fail("create_folder", { status: 200, body: failureEnvelope(5843, "no GPU"), times: 1 });
  expect(await call()).toMatchObject({ code: 5843, message: expect.stringContaining("no GPU") });
  expect(await call()).toBeUndefined();
  // @ts-expect-error there is no such code
  expect(failureEnvelope(1)).toMatchObject({ code: 1 });
});
