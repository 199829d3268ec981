import {
  ApiError,
  checkServerVersion,
  createCvatClient,
  DecodeError,
  isApiError,
  isConfigError,
  isNetworkError,
  unwrap,
  type Clock,
  type CvatAuth,
  type CvatClient,
  type CvatClientOptions,
  type CvatScope,
  type Hooks,
  type Limiter,
  type Result,
  type RetryOptions,
  type Schema,
} from "@labelwire/cvat";
import { organizationsList, tasksCreate, tasksList, tasksRetrieve } from "@labelwire/cvat/operations";
import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { refusal, startServer, type Answer, type TestServer } from "./servers/start-server.ts";

const params = { path: { id: 7 } };
const task = { id: 7, name: "cats" };
const anyTask = (): Answer => ({ body: task });

function connect(server: TestServer, options: CvatClientOptions = {}): CvatClient {
  return createCvatClient({ baseUrl: server.origin, auth: { accessToken: "the-token" }, ...options });
}

const outcome = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a call", () => {
  test("by typed path resolves to data, typed by the specification", async () => {
    const server = await startServer(anyTask);
    const { data, error, response } = await connect(server).GET("/api/tasks/{id}", { params });
    expect(error).toBeUndefined();
    expect(data).toEqual(task);
    expectTypeOf(data).toEqualTypeOf<Schema<"TaskRead"> | undefined>();
    expectTypeOf<Schema<"TaskRead">["id"]>().toEqualTypeOf<number>();
    expect(response.status).toBe(200);
    expect(server.requests[0]?.target).toBe("/api/tasks/7");
  });

  test("by operation function gives the same", async () => {
    const server = await startServer(anyTask);
    const found = await unwrap(tasksRetrieve(connect(server), { params }));
    expect(found).toEqual(task);
    expectTypeOf(found).toEqualTypeOf<Schema<"TaskRead">>();
  });

  test("sends a JSON body as application/json, which alone the server reads", async () => {
    const server = await startServer(anyTask);
    await unwrap(tasksCreate(connect(server), { body: { name: "котики", labels: [{ name: "cat" }] } }));
    expect(server.requests[0]).toMatchObject({ method: "POST", headers: { "content-type": "application/json" } });
    expect(JSON.parse(String(server.requests[0]?.body))).toEqual({ name: "котики", labels: [{ name: "cat" }] });
  });

  test("that is wrong does not compile", () => {
    const cvat = createCvatClient();
    // Never run: the types alone are under test.
    const calls = (): unknown[] => [
      // @ts-expect-error there is no such path
      cvat.GET("/api/task/{id}", { params }),
      // @ts-expect-error the path takes no PUT
      cvat.PUT("/api/tasks/{id}", { params }),
      // @ts-expect-error the parameter is missing
      tasksRetrieve(cvat, { params: { path: {} } }),
      // @ts-expect-error the body is missing
      tasksCreate(cvat, {}),
    ];
    expect(calls).toBeTypeOf("function");
    expectTypeOf<ReturnType<typeof tasksRetrieve>>().resolves.toExtend<Result<unknown>>();
  });
});

describe("what is accepted", () => {
  test("is the platform's own media type first, and never application/json alone", async () => {
    const server = await startServer(anyTask);
    const cvat = connect(server);
    await unwrap(tasksRetrieve(cvat, { params }));
    await unwrap(cvat.GET("/api/tasks/{id}", { params }));
    await cvat.fetch("/api/tasks/7");
    expect(server.requests.map(({ headers }) => headers.accept)).toEqual([
      "application/vnd.cvat+json, */*;q=0.5",
      "application/vnd.cvat+json, */*;q=0.5",
      "*/*",
    ]);
  });

  test("cannot be what the server answers 406 to, however it is asked for", async () => {
    const server = await startServer(anyTask);
    const cvat = connect(server);
    const headers = { Accept: "application/json" };
    const refused = { name: "ConfigError", option: "headers.accept" };
    await expect(tasksRetrieve(cvat, { params, headers })).rejects.toMatchObject(refused);
    await expect(cvat.fetch("/api/tasks/7", { headers })).rejects.toMatchObject(refused);
    cvat.use({
      onRequest: ({ request }) => {
        request.headers.set("accept", "application/json");
      },
    });
    await expect(tasksRetrieve(cvat, { params })).rejects.toMatchObject(refused);
    expect(server.requests).toHaveLength(0);
  });
});

describe("auth", () => {
  test.each<[string, NonNullable<CvatClientOptions["auth"]>, string]>([
    ["an access token", { accessToken: "abc.def" }, "Bearer abc.def"],
    ["a key of the older kind", { token: "0123456789" }, "Token 0123456789"],
    ["name and password", { username: "ada", password: "pä:ss" }, `Basic ${btoa("ada:p\u00c3\u00a4:ss")}`],
    ["a function that returns one of them", async () => ({ token: "later-1" }), "Token later-1"],
  ])("by %s", async (_, auth, authorization) => {
    const server = await startServer(anyTask);
    await unwrap(tasksRetrieve(connect(server, { auth }), { params }));
    expect(server.requests[0]?.headers.authorization).toBe(authorization);
    expect(server.requests[0]?.headers).not.toHaveProperty("cookie");
  });

  test("by a session's cookies, with the CSRF token, and Origin where something changes", async () => {
    const server = await startServer(anyTask);
    const cvat = connect(server, { auth: { sessionId: "s-123456", csrfToken: "c-123456" } });
    await unwrap(tasksRetrieve(cvat, { params }));
    await unwrap(tasksCreate(cvat, { body: { name: "cats" } }));
    const [read, write] = server.requests.map(({ headers }) => headers);
    expect(read).toMatchObject({ cookie: "sessionid=s-123456; csrftoken=c-123456", "x-csrftoken": "c-123456" });
    expect(write).toMatchObject({
      cookie: "sessionid=s-123456; csrftoken=c-123456",
      "x-csrftoken": "c-123456",
      origin: server.origin,
    });
    expect(read).not.toHaveProperty("authorization");
  });

  test("by the browser's own session, whose cookies go along", async () => {
    vi.stubGlobal("document", { cookie: "csrftoken=c-123456; other=1" });
    const sent: Request[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request);
      return Response.json(task);
    };
    await unwrap(tasksCreate(createCvatClient({ auth: { session: "browser" }, fetch }), { body: { name: "cats" } }));
    expect(sent[0]?.credentials).toBe("include");
    expect(sent[0]?.headers.get("x-csrftoken")).toBe("c-123456");
  });

  test.each<[string, object]>([
    ["auth.accessToken", {}],
    ["auth.accessToken", { accessToken: undefined }],
    ["auth.accessToken", { accessToken: "s3cr3t\nlong" }],
    ["auth.token", { token: "" }],
    ["auth.password", { username: "ada", password: undefined }],
    ["auth.csrfToken", { sessionId: "s3cr3t-1" }],
    ["auth.sessionId", { sessionId: "sessionid=s3cr3t;", csrfToken: "c" }],
    ["auth.username", { accessToken: "s3cr3t-1", username: "ada", password: "s3cr3t-2" }],
    ["auth.csrfToken", { token: "s3cr3t-1", csrfToken: "s3cr3t-2" }],
    ["auth.session", { sessionId: "s3cr3t-1", csrfToken: "s3cr3t-2", session: "browser" }],
    ["auth.acessToken", { acessToken: "s3cr3t-1" }],
  ])("%s that cannot be sent is a ConfigError at the first call at the latest", async (option, auth) => {
    const server = await startServer(anyTask);
    // What JavaScript callers, and environments without the variable, pass.
    const work = async (): Promise<unknown> =>
      tasksRetrieve(connect(server, { auth: auth as { accessToken: string } }), { params });
    const error = await outcome(work());
    expect(isConfigError(error)).toBe(true);
    expect(error).toMatchObject({ option });
    expect(`${String(error)}${JSON.stringify(error)}`).not.toContain("s3cr3t");
    expect(server.requests).toHaveLength(0);
  });

  test("none at all says which ways there are", async () => {
    const error = await outcome(tasksRetrieve(createCvatClient(), { params }));
    expect(error).toMatchObject({ name: "ConfigError", option: "auth.accessToken" });
    expect(String(error)).toContain(
      "{ accessToken } or { token } or { username, password } or { sessionId, csrfToken }",
    );
  });

  test("is renewed by the function after a 401", async () => {
    const server = await startServer(({ headers }) =>
      headers.authorization === "Bearer fresh-token"
        ? anyTask()
        : refusal(401, "Invalid token.", { "www-authenticate": "Token" }),
    );
    const auth = ({ refresh }: { refresh: boolean }): { accessToken: string } => ({
      accessToken: refresh ? "fresh-token" : "stale-token",
    });
    expect(await unwrap(tasksRetrieve(connect(server, { auth }), { params }))).toEqual(task);
    expect(server.requests).toHaveLength(2);
  });
});

describe("the organization", () => {
  test.each<[string, CvatClientOptions, string | undefined, string | null]>([
    ["left out: everything the user can see", {}, undefined, null],
    ["undefined: the same", { organization: undefined }, undefined, null],
    ["null: the personal workspace", { organization: null }, "", null],
    ["empty: the personal workspace", { organization: "" }, "", null],
    ["a slug: that organization", { organization: "acme" }, "acme", null],
    ["an id: that organization", { organizationId: 3 }, undefined, "3"],
  ])("%s", async (_, options, header, id) => {
    const server = await startServer(anyTask);
    const cvat = connect(server, options);
    await unwrap(tasksRetrieve(cvat, { params }));
    await cvat.fetch("/api/tasks/7?x=1");
    for (const { headers, url } of server.requests) {
      expect(headers["x-organization"]).toBe(header);
      expect(url.searchParams.get("org_id")).toBe(id);
      expect(url.searchParams.has("org")).toBe(false);
    }
  });

  test("is a child's own, and never both slug and id", async () => {
    const server = await startServer(anyTask);
    const acme = connect(server, { organization: "acme" });
    const clients = [
      acme,
      acme.with({ organization: null }),
      acme.with({ organizationId: 3 }),
      acme.with({ organization: undefined }),
      acme.with({ organizationId: 3 }).with({ organization: "other" }),
    ];
    for (const client of clients) await unwrap(tasksRetrieve(client, { params }));
    expect(server.requests.map(({ headers, url }) => [headers["x-organization"], url.search])).toEqual([
      ["acme", ""],
      ["", ""],
      [undefined, "?org_id=3"],
      [undefined, ""],
      ["other", ""],
    ]);
  });

  test("does not get mixed up between parallel calls", async () => {
    const server = await startServer(({ headers }) => ({ body: { ...task, name: headers["x-organization"] } }));
    const cvat = connect(server);
    const slugs = Array.from({ length: 20 }, (_, index) => `org-${index % 5}`);
    const names = await Promise.all(
      slugs.map(async (organization) => unwrap(tasksRetrieve(cvat.with({ organization }), { params }))),
    );
    expect(names.map(({ name }) => name)).toEqual(slugs);
  });

  test.each<[string, object]>([
    ["organization", { organization: "acme", organizationId: 3 }],
    ["organization", { organization: "ac\nme" }],
    ["organization", { organization: "организация" }],
    ["organization", { organization: { slug: "acme" } }],
    ["organizationId", { organizationId: 0 }],
    ["organizationId", { organizationId: 1.5 }],
    ["organizationId", { organizationId: Number.NaN }],
    ["organizationId", { organizationId: null }],
    ["organisation", { organisation: "acme" }],
  ])("%s that cannot be sent is a ConfigError: %j", (option, options) => {
    expect(() => createCvatClient(options)).toThrow(expect.objectContaining({ name: "ConfigError", option }));
  });

  test("that does not exist is an ApiError that says where to look", async () => {
    const server = await startServer(() => refusal(404, "nope organization does not exist."));
    const { error } = await tasksList(connect(server, { organization: "nope" }));
    expect(error?.message).toBe(
      "CVAT answered 404 Not Found to tasks_list: nope organization does not exist. (check `organization`: it is the slug, not the name)",
    );
  });

  test("given twice, as the server refuses it, says how to give it once", async () => {
    const server = await startServer(() => ({
      status: 400,
      body: ['You cannot specify "org_id" query parameter with "org" query parameter or "X-Organization" HTTP header.'],
    }));
    const response = await connect(server, { organization: "acme" }).fetch("/api/tasks?org_id=3");
    expect(response.status).toBe(400);
    const { error } = await organizationsList(connect(server, { organization: "acme" }));
    expect(error?.message).toContain("the client sends its organization with every call");
    expect(error?.details).toMatchObject({ messages: [expect.stringContaining("org_id")] });
  });
});

describe("the base URL", () => {
  test.each([
    [undefined, "https://app.cvat.ai"],
    ["https://cvat.example.com/", "https://cvat.example.com"],
    ["https://example.com/tools/cvat//", "https://example.com/tools/cvat"],
    ["http://localhost:8080", "http://localhost:8080"],
  ])("%s", (baseUrl, expected) => {
    const warn = vi.spyOn(console, "warn");
    expect(createCvatClient({ baseUrl }).baseUrl).toBe(expected);
    expect(warn).not.toHaveBeenCalled();
  });

  test("keeps its path before every path of the API", async () => {
    const server = await startServer(anyTask);
    const cvat = connect(server, { baseUrl: `${server.origin}/tools/cvat/` });
    await unwrap(tasksRetrieve(cvat, { params }));
    await cvat.fetch("/api/tasks/7");
    expect(server.requests.map(({ target }) => target)).toEqual(["/tools/cvat/api/tasks/7", "/tools/cvat/api/tasks/7"]);
  });

  test.each([
    "cvat.example.com",
    "ftp://cvat.example.com",
    "https://ada:s3cr3t@cvat.example.com",
    "https://x.test?a=1",
  ])("cannot be %s", (baseUrl) => {
    const make = (): unknown => createCvatClient({ baseUrl });
    expect(make).toThrow(expect.objectContaining({ name: "ConfigError", option: "baseUrl" }));
    expect(make).not.toThrow(/s3cr3t/);
  });

  test("is where credentials and organization stay", async () => {
    const elsewhere = await startServer(anyTask);
    const server = await startServer(() => ({ status: 307, headers: { location: `${elsewhere.origin}/api/tasks/7` } }));
    const session = { sessionId: "s-123456", csrfToken: "c-123456" };
    const cvat = connect(server, { auth: session, organization: "acme" });
    expect(isNetworkError(await outcome(tasksRetrieve(cvat, { params })))).toBe(true);
    expect(elsewhere.requests).toHaveLength(0);
    await cvat.fetch(`${elsewhere.origin}/file`, { method: "POST" });
    const names = Object.keys(elsewhere.requests[0]?.headers ?? {});
    expect(names.filter((name) => /cookie|csrf|organization|origin|authorization/.test(name))).toEqual([]);
  });
});

describe("checkServerVersion", () => {
  const about = (version: unknown): Answer => ({
    body: { name: "CVAT", description: "", version, logo_url: "", subtitle: "" },
  });

  test("is silent about a version that fits", async () => {
    const server = await startServer(() => about("2.75.1"));
    const onWarning = vi.fn();
    expect(await checkServerVersion(connect(server), { onWarning })).toEqual({ version: "2.75.1", isFit: true });
    expect(onWarning).not.toHaveBeenCalled();
    expect(server.requests[0]?.target).toBe("/api/server/about");
  });

  test.each(["2.31.0", "2.77.0", "3.0.0", "dev"])(
    "warns about %s, on the console unless told otherwise",
    async (version) => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
      const server = await startServer(() => about(version));
      const onWarning = vi.fn();
      expect(await checkServerVersion(connect(server), { onWarning })).toEqual({ version, isFit: false });
      expect(warn).not.toHaveBeenCalled();
      await checkServerVersion(connect(server));
      expect(warn).toHaveBeenCalledWith(onWarning.mock.calls[0]?.[0]);
      expect(warn.mock.calls[0]?.[0]).toContain(`CVAT at ${server.origin} is version ${version}`);
      expect(warn.mock.calls[0]?.[0]).toContain("labelwire generate");
    },
  );

  const page = { "content-type": "text/html" };
  test.each<[string, Answer]>([
    ["an HTML page", { headers: page, body: "<!doctype html><title>Welcome to nginx!</title>" }],
    ["a page that is not there", { status: 404, headers: page, body: "<h1>Not Found</h1>" }],
    ["another API", { headers: { "content-type": "application/json" }, body: '{"status":"ok"}' }],
    ["JSON that is no object", { headers: { "content-type": "application/json" }, body: "null" }],
  ])("says that %s is no CVAT server", async (_, answer) => {
    const server = await startServer(() => answer);
    const error = await outcome(checkServerVersion(connect(server)));
    expect(error).toMatchObject({ name: "ConfigError", option: "baseUrl" });
    expect(String(error)).toContain(`This does not look like a CVAT server at ${server.origin}:`);
  });

  test("says so of a base URL that ends in /api", async () => {
    const server = await startServer(() => ({ status: 404, headers: page, body: "<h1>Not Found</h1>" }));
    const error = await outcome(checkServerVersion(connect(server, { baseUrl: `${server.origin}/api` })));
    expect(String(error)).toContain("Leave /api out of baseUrl");
  });

  test("blames the organization, not the base URL, where there is no such organization", async () => {
    const server = await startServer(() => refusal(404, "acne organization does not exist."));
    const error = await outcome(checkServerVersion(connect(server, { organization: "acne" })));
    expect(error).toMatchObject({ name: "ApiError", status: 404 });
    expect(String(error)).toContain("check `organization`");
  });

  test("lets a refusal be what it is", async () => {
    const server = await startServer(() => refusal(401, "Invalid token."));
    expect(await outcome(checkServerVersion(connect(server)))).toMatchObject({ name: "ApiError", status: 401 });
    // @ts-expect-error there is no such option
    const work = checkServerVersion(connect(server), { onWarn: () => undefined });
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option: "options.onWarn" });
  });
});

describe("the client", () => {
  test("has a name for the type of each option, for functions of one's own", async () => {
    interface Settings extends CvatScope {
      readonly auth: CvatAuth;
      readonly retry?: false | RetryOptions;
      readonly hooks?: Hooks;
      readonly limiter?: Limiter;
      readonly clock?: Clock;
    }
    const server = await startServer(anyTask);
    const make = ({ auth, organization, ...others }: Settings): CvatClient =>
      createCvatClient({ baseUrl: server.origin, auth, organization, ...others });
    expectTypeOf<CvatAuth | undefined>().toEqualTypeOf<CvatClientOptions["auth"]>();
    const given: readonly CvatAuth[] = [
      { accessToken: process.env["NO_SUCH_TOKEN"] ?? "from-the-environment" },
      { username: "ada", password: "secret" },
      async ({ refresh }) => ({ token: refresh ? "new" : "old" }),
    ];
    for (const auth of given) await unwrap(tasksRetrieve(make({ auth, organization: "acme" }), { params }));
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer from-the-environment",
      "Basic YWRhOnNlY3JldA==",
      "Token old",
    ]);
    expect(server.requests.every(({ headers }) => headers["x-organization"] === "acme")).toBe(true);
  });

  test("takes another fetch, looks the global one up late, and is a plain fetch itself", async () => {
    const sent: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request.url);
      return Response.json(task);
    };
    const cvat = createCvatClient({ auth: { accessToken: "t" }, fetch });
    await unwrap(tasksRetrieve(cvat, { params }));
    expect(await (await cvat.fetch("/api/tasks/7")).json()).toEqual(task);
    const late = createCvatClient({ auth: { accessToken: "t" } });
    vi.stubGlobal("fetch", fetch);
    await unwrap(tasksRetrieve(late, { params }));
    expect(sent).toEqual(Array.from({ length: 3 }, () => "https://app.cvat.ai/api/tasks/7"));
  });

  test("decodes defensively", async () => {
    const server = await startServer(() => ({
      headers: { "content-type": "text/html" },
      body: "<title>Log in</title>",
    }));
    const error = await outcome(tasksRetrieve(connect(server), { params }));
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({ status: 200, mediaType: "text/html", operation: "tasks_retrieve" });
  });

  test("gives one ApiError in both styles", async () => {
    const server = await startServer(() => refusal(404, "Not found.", { "x-request-id": "r-1" }));
    const cvat = connect(server);
    const { error } = await tasksRetrieve(cvat, { params });
    expect(error).toBeInstanceOf(ApiError);
    expect(error?.message).toBe("CVAT answered 404 Not Found to tasks_retrieve: Not found.");
    const thrown = await outcome(unwrap(cvat.GET("/api/tasks/{id}", { params })));
    expect(isApiError(thrown) && thrown.requestId === "r-1" && thrown.operation === "GET /api/tasks/{id}").toBe(true);
  });
});
