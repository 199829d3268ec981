import { collect, createStardustClient, paginate, type Schema, type StardustClient } from "@labelwire/stardust";
import { listProject, listTask } from "@labelwire/stardust/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const tasks = Array.from({ length: 45 }, (_, index) => ({ id: `35818363568325${index}` }));
const body = { projectId: 12, status: 1, startTime: 0, endTime: 1_800_000_000_000 };

function connect(server: TestServer): StardustClient {
  return createStardustClient({ baseUrl: server.origin, auth: { accessKey: "k", secretKey: "s" }, retry: false });
}

/** Lists as the platform does: `offset` is a page from 1, `limit` a size with a default of 10, both in the body. */
async function serveTasks(items: readonly object[]): Promise<TestServer> {
  return startServer(({ json }) => {
    const { offset = 1, limit = 10 } = json as { offset?: number; limit?: number };
    return success({ count: items.length, data: items.slice((offset - 1) * limit, offset * limit) });
  });
}

function offsets(server: TestServer): unknown[] {
  return server.requests.map(({ json }) => (json as { offset?: number }).offset);
}

describe("45 tasks", () => {
  test("are all yielded, page by page, with the page number in the body", async () => {
    const server = await serveTasks(tasks);
    const seen: string[] = [];
    for await (const task of paginate(connect(server), listTask, { body })) {
      expectTypeOf(task).toEqualTypeOf<Schema<"TaskListItem">>();
      seen.push(task.id);
    }
    expect(seen).toEqual(tasks.map(({ id }) => id));
    expect(offsets(server)).toEqual([undefined, 2, 3, 4, 5]);
    expect(server.requests[4]?.json).toEqual({ ...body, offset: 5 });
  });

  test("come with a size of one's own, with pages in flight, and with the total", async () => {
    const server = await serveTasks(tasks);
    const paginator = paginate(connect(server), listTask, { body: { ...body, limit: 20 } }, { prefetch: 3 });
    expect(await collect(paginator)).toEqual(tasks);
    expect(offsets(server)).toEqual([undefined, 2, 3]);
    const pages = paginate(connect(server), listTask, { body: { ...body, limit: 20 } }).pages();
    expect((await pages.next()).value).toMatchObject({ total: 45 });
  });

  test("can be begun in the middle, cut short, and resumed", async () => {
    const server = await serveTasks(tasks);
    const stardust = connect(server);
    expect(await collect(paginate(stardust, listTask, { body: { ...body, offset: 4 } }))).toEqual(tasks.slice(30));
    const pages = paginate(stardust, listTask, { body }).pages();
    const { value } = await pages.next();
    const cursor = value?.cursor;
    if (cursor === undefined) throw new Error("there is a second page");
    const rest = paginate(stardust, listTask, { body }, { from: cursor });
    expect(await collect(rest)).toEqual(tasks.slice(10));
  });
});

test("an empty list, and a page that fails inside HTTP 200", async () => {
  const empty = await serveTasks([]);
  expect(await collect(paginate(connect(empty), listProject, { body: { status: 1, dataType: 2 } }))).toEqual([]);
  const broken = await startServer((_, { requests }) =>
    requests.length === 1 ? success({ count: 11, data: tasks.slice(0, 10) }) : failure(5837, "No access to project"),
  );
  await expect(collect(paginate(connect(broken), listTask, { body }))).rejects.toMatchObject({ code: 5837 });
});
