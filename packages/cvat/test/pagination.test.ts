import { collect, createCvatClient, paginate, type CvatClient, type Page, type Schema } from "@labelwire/cvat";
import * as operations from "@labelwire/cvat/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { servePage } from "./servers/serve-list.ts";
import { refusal, startServer, type Answer, type TestServer } from "./servers/start-server.ts";

const { cloudstoragesRetrieveContentV2, tasksList, tasksRetrieve, usersList } = operations;

const tasks = Array.from({ length: 250 }, (_, index) => ({ id: index + 1, name: `task ${index + 1}` }));
const hundred = { params: { query: { page_size: 100 } } };

function connect(server: TestServer): CvatClient {
  return createCvatClient({ baseUrl: server.origin, auth: { accessToken: "t" }, organization: "acme" });
}

const pagesAsked = (server: TestServer): (string | null)[] =>
  server.requests.map(({ url }) => url.searchParams.get("page"));

describe("250 tasks", () => {
  test("are all yielded, in order, typed, page by page", async () => {
    const server = await startServer((request) => servePage(request, tasks));
    const seen: number[] = [];
    for await (const task of paginate(connect(server), tasksList, hundred)) {
      expectTypeOf(task).toEqualTypeOf<Schema<"TaskRead">>();
      seen.push(task.id);
    }
    expect(seen).toEqual(tasks.map(({ id }) => id));
    expect(pagesAsked(server)).toEqual([null, "2", "3"]);
  });

  test("come ten to a page unless asked otherwise, and whole for page_size: all", async () => {
    const server = await startServer((request) => servePage(request, tasks));
    expect(await collect(paginate(connect(server), tasksList))).toEqual(tasks);
    expect(server.requests).toHaveLength(25);
    const whole = { params: { query: { page_size: "all" as const } } };
    expect(await collect(paginate(connect(server), tasksList, whole))).toEqual(tasks);
    expect(server.requests).toHaveLength(26);
  });

  test("tell their total, and a cursor to go on from", async () => {
    const server = await startServer((request) => servePage(request, tasks));
    const first = await paginate(connect(server), tasksList, hundred).pages().next();
    expectTypeOf(first).toExtend<IteratorResult<Page<Schema<"TaskRead">>, void>>();
    expect(first.value?.total).toBe(250);
    const from = first.value?.cursor;
    expect(await collect(paginate(connect(server), tasksList, hundred, { from }))).toEqual(tasks.slice(100));
  });

  test("are asked for by number, several at a time, before any of them has come", async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    const server = await startServer(async (request, { requests }) => {
      if (requests.length > 1 && requests.length <= 5) {
        // Pages 2 to 5 are answered when all four are under way: asked for one after another, they never would be.
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          most = Math.max(most, waiting.length);
          if (waiting.length === 4) for (const release of waiting.splice(0)) release();
        });
      }
      return servePage(request, tasks);
    });
    const paginator = paginate(connect(server), tasksList, { params: { query: { page_size: 20 } } }, { prefetch: 4 });
    expect(await collect(paginator)).toEqual(tasks);
    expect(most).toBe(4);
    expect(server.requests).toHaveLength(13);
  });

  test("keep organization, filter and search on every page", async () => {
    const server = await startServer((request) => servePage(request, tasks));
    const query = { search: "cats & dogs", filter: '{"==":[{"var":"status"},"completed"]}', page_size: 100 };
    await collect(paginate(connect(server), tasksList, { params: { query } }));
    for (const { headers, url } of server.requests) {
      expect(headers["x-organization"]).toBe("acme");
      expect(url.searchParams.get("search")).toBe(query.search);
      expect(url.searchParams.get("filter")).toBe(query.filter);
    }
  });

  test("never take a request or a credential to where their links lead", async () => {
    const elsewhere = await startServer((request) => servePage(request, tasks));
    const server = await startServer((request) => servePage(request, tasks, elsewhere.origin));
    expect(await collect(paginate(connect(server), tasksList, hundred))).toEqual(tasks);
    expect(elsewhere.requests).toHaveLength(0);
  });

  test("that become fewer while they are read end without an error", async () => {
    // Before the last page is asked for, what it held has been deleted.
    const server = await startServer((request, { requests }) =>
      servePage(request, tasks.slice(0, requests.length === 1 ? 20 : 10)),
    );
    expect(await collect(paginate(connect(server), tasksList))).toHaveLength(10);
  });

  test("stop with the error of the page that fails", async () => {
    const server = await startServer((request) =>
      request.url.searchParams.get("page") === "2" ? refusal(403, "No access.") : servePage(request, tasks),
    );
    const work = collect(paginate(connect(server), tasksList, hundred));
    await expect(work).rejects.toMatchObject({ name: "ApiError", status: 403, operation: "tasks_list" });
  });
});

const lists = Object.values(operations).filter((operation) => "page" in operation);

test("every list of the API is one that can be read whole", () => {
  expect(lists.map(({ id }) => id).sort()).toEqual([
    "auth_list_access_tokens",
    "cloudstorages_list",
    "cloudstorages_retrieve_content_v2",
    "comments_list",
    "consensus_list_settings",
    "invitations_list",
    "issues_list",
    "jobs_list",
    "labels_list",
    "lambda_list_functions",
    "lambda_list_requests",
    "memberships_list",
    "organizations_list",
    "projects_list",
    "quality_list_conflicts",
    "quality_list_reports",
    "quality_list_settings",
    "requests_list",
    "server_list_share",
    "tasks_list",
    "users_list",
    "webhooks_list",
    "webhooks_list_deliveries",
  ]);
});

const unpaged = ["lambda_list_functions", "lambda_list_requests", "server_list_share"];
const paged = lists.filter(({ id }) => !unpaged.includes(id) && id !== "cloudstorages_retrieve_content_v2");

test.each(paged.map((operation) => [operation.id, operation] as const))("%s reads its pages", async (_, operation) => {
  const items = tasks.slice(0, 25);
  const server = await startServer((request) => servePage(request, items));
  // Called by what it has in common with all lists: `{id}` is in the path of some.
  const list = operation as typeof operations.webhooksListDeliveries;
  const page = await paginate(connect(server), list, { params: { path: { id: 1 } } })
    .pages()
    .next();
  expect(page.value?.total).toBe(25);
  expect(await collect(paginate(connect(server), list, { params: { path: { id: 1 } } }))).toEqual(items);
  expect(pagesAsked(server)).toEqual([null, null, "2", "3"]);
});

test.each(lists.filter(({ id }) => unpaged.includes(id)).map((operation) => [operation.id, operation] as const))(
  "%s, which comes whole, is read the same way",
  async (_, operation) => {
    const server = await startServer(() => ({ body: tasks.slice(0, 25) }));
    expect(await collect(paginate(connect(server), operation as typeof operations.lambdaListFunctions))).toHaveLength(
      25,
    );
    expect(server.requests).toHaveLength(1);
  },
);

test("the contents of a cloud storage are read by token", async () => {
  const content = Array.from({ length: 25 }, (_, index) => ({ name: `${index}.jpg`, type: "REG", mime_type: "image" }));
  const server = await startServer(({ url }): Answer => {
    const start = Number(url.searchParams.get("next_token")?.slice("token/".length) ?? 0);
    const next = start + 10 < content.length ? `token/${start + 10}` : null;
    return { body: { next, content: content.slice(start, start + 10) } };
  });
  const init = { params: { path: { id: 4 }, query: { prefix: "a b/" } } };
  const files = await collect(paginate(connect(server), cloudstoragesRetrieveContentV2, init));
  expectTypeOf(files).toEqualTypeOf<Schema<"FileInfo">[]>();
  expect(files).toEqual(content);
  expect(server.requests.map(({ url }) => url.searchParams.get("prefix"))).toEqual(["a b/", "a b/", "a b/"]);
});

test("an empty list is empty, and an operation that is no list does not compile", async () => {
  const server = await startServer((request) => servePage(request, []));
  expect(await collect(paginate(connect(server), usersList))).toEqual([]);
  // @ts-expect-error tasksRetrieve answers with one task
  expect(() => paginate(connect(server), tasksRetrieve, { params: { path: { id: 1 } } })).toBeTypeOf("function");
});
