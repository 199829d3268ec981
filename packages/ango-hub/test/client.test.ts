import {
  ApiError,
  createAngoHubClient,
  DecodeError,
  isApiError,
  isConfigError,
  isLabelwireError,
  isNetworkError,
  isTimeoutError,
  unwrap,
  type AngoHubClient,
  type Clock,
  type Result,
  type Schema,
} from "@labelwire/ango-hub";
import { annotateTask, deleteAssets, getTask, listProjects } from "@labelwire/ango-hub/operations";
import { describe, expect, expectTypeOf, test } from "vitest";
import { failure, startServer, success, type TestServer } from "./start-server.ts";

const taskId = "507f1f77bcf86cd799439011";
const params = { path: { taskId } };
const task = { _id: taskId, status: "TODO", duration: 12 };

function connect(server: TestServer, options: Parameters<typeof createAngoHubClient>[0] = {}): AngoHubClient {
  return createAngoHubClient({ baseUrl: `${server.origin}/v2`, auth: { apiKey: "the-key" }, ...options });
}

describe("a call", () => {
  test("by typed path resolves to data, typed by the specification", async () => {
    const server = await startServer(() => success({ task }));
    const { data, error, response } = await connect(server).GET("/task/{taskId}", { params });
    expect(error).toBeUndefined();
    expect(data?.data.task).toEqual(task);
    expectTypeOf(data?.data.task).toEqualTypeOf<Schema<"LabelTask"> | undefined>();
    expect(response.status).toBe(200);
    expect(server.requests[0]?.target).toBe(`/v2/task/${taskId}`);
    expect(server.requests[0]?.headers["apikey"]).toBe("the-key");
  });

  test("by operation function gives the same", async () => {
    const server = await startServer(() => success({ task }));
    const { data } = await unwrap(getTask(connect(server), { params }));
    expect(data.task).toEqual(task);
    expectTypeOf(data.task).toEqualTypeOf<Schema<"LabelTask">>();
  });

  test("sends a JSON body, with POST and with DELETE", async () => {
    const server = await startServer(() => success({ label: task }));
    const ango = connect(server);
    await unwrap(annotateTask(ango, { params, body: { answer: { tools: [{ ключ: "värde" }] } } }));
    await unwrap(deleteAssets(ango, { params: { path: { projectId: "p" } }, body: { assets: ["a"] } }));
    expect(server.requests.map(({ method, json }) => [method, json])).toEqual([
      ["POST", { answer: { tools: [{ ключ: "värde" }] } }],
      ["DELETE", { assets: ["a"] }],
    ]);
    expect(server.requests[0]?.headers["content-type"]).toBe("application/json");
  });

  test("that is wrong does not compile", () => {
    const ango = createAngoHubClient();
    // Never run: the types alone are under test.
    const calls = (): unknown[] => [
      // @ts-expect-error there is no such path
      ango.GET("/tasks/{taskId}", { params }),
      // @ts-expect-error the path takes no POST
      ango.POST("/task/{taskId}", { params }),
      // @ts-expect-error the parameter is missing
      getTask(ango, { params: { path: {} } }),
      // @ts-expect-error the body is missing
      annotateTask(ango, { params }),
    ];
    expect(calls).toBeTypeOf("function");
    expectTypeOf<ReturnType<typeof getTask>>().resolves.toExtend<Result<unknown>>();
  });
});

describe("an error", () => {
  test("of HTTP is one ApiError in both styles", async () => {
    const server = await startServer(() => failure(404, "Task not found", { "x-request-id": "r-1" }));
    const ango = connect(server);
    const { data, error, response } = await getTask(ango, { params });
    expect(data).toBeUndefined();
    expect(response.status).toBe(404);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 404, code: "fail", requestId: "r-1", operation: "getTask" });
    expect(error?.message).toBe("Ango Hub answered 404 Not Found to getTask: Task not found");
    expect(error?.body).toEqual({ status: "fail", message: "Task not found" });

    const thrown: unknown = await unwrap(ango.GET("/task/{taskId}", { params })).catch((reason: unknown) => reason);
    expect(isApiError(thrown) && isLabelwireError(thrown)).toBe(true);
    expect(thrown).toMatchObject({ status: 404, operation: "GET /task/{taskId}" });
  });

  test("of business inside HTTP 200 is an ApiError beside an ok response", async () => {
    const server = await startServer(() => ({ body: { status: "fail", message: "Stage is archived" } }));
    const { error, response } = await getTask(connect(server), { params });
    expect(response.ok).toBe(true);
    expect(error).toMatchObject({ status: 200, code: "fail" });
    expect(error?.message).toContain("Stage is archived");
  });

  test.each<[string, { body?: string; headers?: Record<string, string> }]>([
    ["an HTML page", { headers: { "content-type": "text/html" }, body: "<html><title>Log in</title></html>" }],
    ["truncated JSON", { headers: { "content-type": "application/json" }, body: '{"status":"succ' }],
    ["an empty body", { headers: { "content-type": "application/json" } }],
  ])("of decoding %s is a DecodeError", async (_, answer) => {
    const server = await startServer(() => answer);
    const work = getTask(connect(server), { params });
    await expect(work).rejects.toBeInstanceOf(DecodeError);
    await expect(work).rejects.toMatchObject({ status: 200, operation: "getTask" });
  });

  test("of a body beyond maxResponseBytes is a DecodeError", async () => {
    const server = await startServer(() => success({ task: { ...task, externalId: "x".repeat(5000) } }));
    await expect(getTask(connect(server, { maxResponseBytes: 1000 }), { params })).rejects.toBeInstanceOf(DecodeError);
  });

  test("of the network names what happened and holds no key", async () => {
    const server = await startServer(() => "reset");
    const thrown: unknown = await getTask(connect(server, { retry: false }), { params }).catch((e: unknown) => e);
    expect(isNetworkError(thrown)).toBe(true);
    expect(`${String(thrown)} ${JSON.stringify(thrown)}`).not.toContain("the-key");
  });

  test("of time tells which limit passed", async () => {
    const server = await startServer(() => "hang");
    const thrown: unknown = await getTask(connect(server), { params, timeoutMs: 50 }).catch((e: unknown) => e);
    expect(isTimeoutError(thrown)).toBe(true);
    expect(thrown).toMatchObject({ timeoutMs: 50, phase: "total" });
  });
});

describe("a mistake is a ConfigError that names the option and echoes no value", () => {
  const secret = "s3cr3t\nkey";
  test.each<[string, () => unknown]>([
    ["baseUrl", () => createAngoHubClient({ baseUrl: "imeritapi.ango.ai" })],
    ["baseUrl", () => createAngoHubClient({ baseUrl: "ftp://imeritapi.ango.ai" })],
    ["baseUrl", () => createAngoHubClient({ baseUrl: `https://user:${encodeURIComponent(secret)}@host.test` })],
    ["server", () => createAngoHubClient({ baseUrl: "https://host.test", server: "us" })],
    // @ts-expect-error there is no such server
    ["server", () => createAngoHubClient({ server: "asia" })],
    // @ts-expect-error there is no such option
    ["apiKey", () => createAngoHubClient({ apiKey: secret })],
    // @ts-expect-error Ango Hub has no such scope
    ["organization", () => createAngoHubClient({ organization: "acme" })],
    ["timeoutMs", () => createAngoHubClient({ timeoutMs: -1 })],
  ])("%s", (option, act) => {
    expect(act).toThrow(expect.objectContaining({ name: "ConfigError", option }));
    expect(act).not.toThrow(/s3cr3t/);
  });

  test.each<[string, object]>([
    ["undefined", { apiKey: undefined }],
    ["empty", { apiKey: "" }],
    ["no string", { apiKey: 7 }],
    ["with a line break", { apiKey: secret }],
    ["beyond Latin-1", { apiKey: "s3cr3t-ключ" }],
  ])("auth.apiKey %s, at the first call at the latest; nothing is sent", async (_, auth) => {
    const server = await startServer(() => success({ task }));
    const work = async (): Promise<unknown> =>
      // What JavaScript callers can pass.
      getTask(connect(server, { auth: auth as { apiKey: string } }), { params });
    const thrown: unknown = await work().catch((reason: unknown) => reason);
    expect(isConfigError(thrown)).toBe(true);
    expect(thrown).toMatchObject({ option: "auth.apiKey" });
    expect(String(thrown)).not.toContain("s3cr3t");
    expect(server.requests).toHaveLength(0);
  });

  test("no credential at all", async () => {
    const server = await startServer(() => success({ task }));
    const ango = createAngoHubClient({ baseUrl: server.origin });
    await expect(getTask(ango, { params })).rejects.toMatchObject({ name: "ConfigError", option: "auth.apiKey" });
    expect(server.requests).toHaveLength(0);
  });

  test.each(["", "..", "."])("the path parameter %j", async (id) => {
    const server = await startServer(() => success({ task }));
    const work = getTask(connect(server), { params: { path: { taskId: id } } });
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option: expect.stringContaining("taskId") });
    expect(server.requests).toHaveLength(0);
  });

  test("a member of a call that does not exist", async () => {
    const server = await startServer(() => success({ task }));
    // @ts-expect-error there is no parseAs
    const work = getTask(connect(server), { params, parseAs: "text" });
    await expect(work).rejects.toMatchObject({ name: "ConfigError" });
    expect(server.requests).toHaveLength(0);
  });
});

describe("servers", () => {
  test.each([
    [undefined, "https://imeritapi.ango.ai/v2"],
    ["eu", "https://imeritapi.ango.ai/v2"],
    ["us", "https://us-api.ango.ai/v2"],
    ["india", "https://in-api.ango.ai/v2"],
    ["test", "https://testapi.ango.ai/v2"],
  ] as const)("%s", (server, baseUrl) => {
    expect(createAngoHubClient({ server }).baseUrl).toBe(baseUrl);
  });
});

describe("the client", () => {
  test("retries after 429 as Retry-After says", async () => {
    const server = await startServer((_, { requests }) =>
      requests.length === 1 ? failure(429, "Too many requests", { "retry-after": "1" }) : success({ label: task }),
    );
    const waits: number[] = [];
    const clock: Clock = {
      now: () => Date.now(),
      schedule: (callback, delayMs) => {
        // Deadlines do not come; no wait is as long.
        if (delayMs > 30_000) return () => undefined;
        waits.push(delayMs);
        const timer = setTimeout(callback, 0);
        return () => clearTimeout(timer);
      },
    };
    const { data } = await unwrap(annotateTask(connect(server, { clock }), { params, body: { answer: {} } }));
    expect(data.label).toEqual(task);
    expect(server.requests).toHaveLength(2);
    expect(waits).toEqual([1000]);
  });

  test("gives a child other options and leaves the parent as it is", async () => {
    const server = await startServer(() => success({ projects: [], total: 0 }));
    const parent = connect(server);
    const child = parent.with({ auth: { apiKey: "other-key" } });
    // @ts-expect-error there is no such option
    expect(() => parent.with({ organization: "acme" })).toThrow(/organization/);
    await Promise.all(Array.from({ length: 20 }, (_, index) => unwrap(listProjects(index % 2 === 0 ? parent : child))));
    const keys = server.requests.map(({ headers }) => headers["apikey"]);
    expect(keys.filter((key) => key === "the-key")).toHaveLength(10);
    expect(keys.filter((key) => key === "other-key")).toHaveLength(10);
  });

  test("asks an async function for the key, and once more after a 401", async () => {
    const server = await startServer(({ headers }) =>
      headers["apikey"] === "fresh" ? success({ task }) : failure(401, "Invalid API key"),
    );
    const auth = async ({ refresh }: { refresh: boolean }): Promise<{ apiKey: string }> => ({
      apiKey: refresh ? "fresh" : "stale",
    });
    const { data } = await unwrap(getTask(connect(server, { auth }), { params }));
    expect(data.task).toEqual(task);
    expect(server.requests.map(({ headers }) => headers["apikey"])).toEqual(["stale", "fresh"]);
  });

  test("runs middleware, and stops when it is ejected", async () => {
    const server = await startServer(() => success({ task }));
    const ango = connect(server);
    const trace = {
      onRequest: ({ request }: { request: Request }): void => request.headers.set("x-trace", "1"),
    };
    ango.use(trace);
    await unwrap(getTask(ango, { params }));
    ango.eject(trace);
    await unwrap(ango.GET("/task/{taskId}", { params }));
    expect(server.requests.map(({ headers }) => headers["x-trace"])).toEqual(["1", undefined]);
  });

  test("stops at once when aborted, with the reason given", async () => {
    const server = await startServer(() => "hang");
    const controller = new AbortController();
    const work = getTask(connect(server), { params, signal: controller.signal });
    setTimeout(() => controller.abort("changed my mind"), 30);
    await expect(work).rejects.toBe("changed my mind");
  });

  test("never takes the key to another origin", async () => {
    const elsewhere = await startServer(() => success({ task }));
    const server = await startServer(() => ({ status: 307, headers: { location: `${elsewhere.origin}/v2/task/x` } }));
    const ango = connect(server);
    await expect(getTask(ango, { params })).rejects.toMatchObject({ name: "NetworkError" });
    expect(elsewhere.requests).toHaveLength(0);
    await ango.fetch(`${elsewhere.origin}/file`);
    expect(elsewhere.requests[0]?.headers).not.toHaveProperty("apikey");
  });

  test("is a plain fetch as well, with the key", async () => {
    const server = await startServer(() => success({ task }));
    const response = await connect(server).fetch("/task/1");
    expect(await response.json()).toEqual({ status: "success", data: { task } });
    expect(server.requests[0]).toMatchObject({ target: "/v2/task/1", headers: { apikey: "the-key" } });
  });

  test("looks fetch up late, and takes another one", async () => {
    const sent: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request.url);
      return Response.json({ status: "success", data: { task } });
    };
    await unwrap(getTask(createAngoHubClient({ auth: { apiKey: "k" }, fetch }), { params }));
    expect(sent).toEqual([`https://imeritapi.ango.ai/v2/task/${taskId}`]);
  });
});

test("fetch with credentials omitted takes no key to the configured origin either", async () => {
  const server = await startServer(() => success({}));
  await connect(server).fetch("/storage/file", { method: "PUT", body: "bytes", credentials: "omit" });
  expect(server.requests[0]).toMatchObject({ method: "PUT", target: "/v2/storage/file", body: Buffer.from("bytes") });
  expect(server.requests[0]?.headers).not.toHaveProperty("apikey");
});
