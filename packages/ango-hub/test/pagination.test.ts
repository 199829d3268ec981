import { collect, createAngoHubClient, paginate, type AngoHubClient, type Schema } from "@labelwire/ango-hub";
import { getIssues, getProjectTasks, getStorages, getTask, listProjects } from "@labelwire/ango-hub/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const tasks = Array.from({ length: 250 }, (_, index) => ({ _id: `task-${index}`, priority: index }));
const init = { params: { path: { projectId: "p" }, query: { limit: 100 } } };

function connect(server: TestServer): AngoHubClient {
  return createAngoHubClient({ baseUrl: `${server.origin}/v2`, auth: { apiKey: "k" } });
}

/** Lists as the platform does: `page` from 1, `limit` with a default of 10, under `key`. */
async function serveList(key: string, items: readonly unknown[], withTotal = true): Promise<TestServer> {
  return startServer(({ url }) => {
    const page = Number(url.searchParams.get("page") ?? 1);
    const limit = Number(url.searchParams.get("limit") ?? 10);
    const slice = items.slice((page - 1) * limit, page * limit);
    return success({ [key]: slice, ...(withTotal && { total: items.length }) });
  });
}

describe("250 tasks", () => {
  test("are all yielded, in order, page by page", async () => {
    const server = await serveList("tasks", tasks);
    const seen: string[] = [];
    for await (const task of paginate(connect(server), getProjectTasks, init)) {
      expectTypeOf(task).toEqualTypeOf<Schema<"LabelTask">>();
      seen.push(task._id);
    }
    expect(seen).toEqual(tasks.map(({ _id }) => _id));
    expect(server.requests.map(({ url }) => url.searchParams.get("page") ?? "1")).toEqual(["1", "2", "3"]);
  });

  test("come with the default page size too, and with pages in flight", async () => {
    const server = await serveList("tasks", tasks);
    const paginator = paginate(
      connect(server),
      getProjectTasks,
      { params: { path: { projectId: "p" } } },
      { prefetch: 4 },
    );
    expect(await collect(paginator)).toEqual(tasks);
    expect(server.requests).toHaveLength(25);
  });

  test("can be cut short and resumed from a saved cursor", async () => {
    const server = await serveList("tasks", tasks);
    const ango = connect(server);
    expect(await collect(paginate(ango, getProjectTasks, init), { maxItems: 7 })).toEqual(tasks.slice(0, 7));

    const first = await paginate(ango, getProjectTasks, init).pages().next();
    expect(first.value).toMatchObject({ total: 250 });
    const from = first.value?.cursor;
    expect(await collect(paginate(ango, getProjectTasks, init, { from }))).toEqual(tasks.slice(100));
  });

  test("stop with the error of the page that fails", async () => {
    const server = await startServer(({ url }) =>
      url.searchParams.get("page") === "2"
        ? failure(403, "No access")
        : success({ tasks: tasks.slice(0, 100), total: 250 }),
    );
    const work = collect(paginate(connect(server), getProjectTasks, init));
    await expect(work).rejects.toMatchObject({ name: "ApiError", status: 403, operation: "getProjectTasks" });
  });
});

describe("a list without a total", () => {
  test("ends with the first page that is not full", async () => {
    const server = await serveList("storages", tasks.slice(0, 25), false);
    expect(await collect(paginate(connect(server), getStorages))).toHaveLength(25);
    expect(server.requests).toHaveLength(3);
  });

  test("ends with an empty page after full ones", async () => {
    const server = await serveList("issue", tasks.slice(0, 20), false);
    const issues = await collect(paginate(connect(server), getIssues));
    expectTypeOf(issues).toEqualTypeOf<Schema<"Issue">[]>();
    expect(issues).toHaveLength(20);
  });
});

test("an empty list is empty, and an operation that is no list does not compile", async () => {
  const server = await serveList("projects", []);
  expect(await collect(paginate(connect(server), listProjects))).toEqual([]);
  // @ts-expect-error getTask answers with one task
  expect(() => paginate(connect(server), getTask, { params: { path: { taskId: "t" } } })).toBeTypeOf("function");
});
