import { ConfigError, isConfigError } from "@labelwire/core";
import { inspect } from "node:util";
import { describe, expect, expectTypeOf, test } from "vitest";
import { createAcmeClient, getPet } from "./acme.ts";
import { ask, createAcmeMock, type AcmeError, type AcmeMock, type Pet } from "./acme-mock.ts";

function configError(action: () => unknown): ConfigError {
  try {
    action();
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown;
    throw thrown;
  }
  throw new Error("nothing was thrown");
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => "it resolved",
    (reason: unknown) => reason,
  );
}

describe("where the mock answers", () => {
  const mock = createAcmeMock();

  test.each([
    ["GET", "/pets/7", "getPet"],
    ["GET", "/pets/7/", "getPet"],
    ["GET", "/pets/mine", "findMine"],
    ["POST", "/pets/7:feed", "feedPet"],
    ["GET", "/events", "listEvents"],
    ["HEAD", "/pets/7", "getPet"],
  ] as const)("%s %s leads to %s", async (method, path, operation) => {
    mock.reset();
    expect((await ask(mock, path, { method })).status).toBe(200);
    expect(mock.requests().map((request) => request.operation)).toEqual([operation]);
  });

  test("HEAD answers as GET does, without the body", async () => {
    const response = await mock.fetch("https://api.acme.test/v1/health", {
      method: "HEAD",
      headers: { "x-acme-key": "k" },
    });
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "text/plain",
      "",
    ]);
  });

  test("every server of the platform is answered for", async () => {
    expect((await ask(mock, "https://other.acme.test/v1/pets/7")).status).toBe(200);
  });

  test.each([
    [
      "GET",
      "/pet/7",
      "Acme has no operation GET /pet/7. Nearest: getPet (GET /pets/{petId}), deletePet (DELETE /pets/{petId}).",
    ],
    [
      "PUT",
      "/pets/7",
      "Acme has no operation PUT /pets/7. That path has getPet (GET /pets/{petId}), deletePet (DELETE /pets/{petId}).",
    ],
    ["GET", "/quite/another/thing/altogether", "Acme has no operation GET /quite/another/thing/altogether."],
    ["GET", "/petsFOO", expect.stringContaining("Acme has no operation GET /petsFOO.")],
  ])("%s %s is loud", async (method, path, error) => {
    mock.reset();
    // A path that is there, and does not know the method, is another matter.
    const status = method === "PUT" ? 405 : 404;
    expect(await ask(mock, path, { method })).toMatchObject({ status, body: { error } });
    expect(mock.requests()).toMatchObject([{ operation: undefined, method, url: `https://api.acme.test/v1${path}` }]);
  });

  test.each([
    "https://elsewhere.test/v1/pets/7",
    "https://api.acme.test/v2/pets/7",
    "https://api.acme.test/v10/pets/7",
    "http://api.acme.test/v1/pets/7",
  ])("%s is none of the mock's", async (url) => {
    const reason = await rejection(ask(mock, url));
    expect(reason).toBeInstanceOf(ConfigError);
    expect(String(reason)).toContain("answers for https://api.acme.test/v1, https://other.acme.test/v1");
  });

  test("without strict a foreign request goes its way", async () => {
    const original = globalThis.fetch;
    globalThis.fetch = () => Promise.resolve(new Response("from the network"));
    try {
      const response = await createAcmeMock({ strict: false }).fetch("https://elsewhere.test/");
      expect(await response.text()).toBe("from the network");
    } finally {
      globalThis.fetch = original;
    }
  });

  test("baseUrl takes the place of the platform's servers", async () => {
    const moved = createAcmeMock({ baseUrl: ["http://127.0.0.1:8080", "https://acme.corp.test/api/"] });
    expect((await ask(moved, "http://127.0.0.1:8080/pets/7")).status).toBe(200);
    expect((await ask(moved, "https://acme.corp.test/api/pets/7")).status).toBe(200);
    expect(await rejection(ask(moved, "https://api.acme.test/v1/pets/7"))).toBeInstanceOf(ConfigError);
  });

  test("a site of the platform's is answered by its own behaviour, wherever it was put", async () => {
    expect(await ask(mock, "https://files.acme.test/any/file")).toMatchObject({ body: { pets: 3, method: "GET" } });
    const moved = createAcmeMock({ baseUrl: "http://127.0.0.1:1", sites: { files: "http://localhost:1" } });
    expect(await ask(moved, "http://localhost:1/any", { method: "PUT" })).toMatchObject({ body: { method: "PUT" } });
  });

  test("the answer says where it comes from, as that of fetch does", async () => {
    const response = await mock.fetch(new URL("https://api.acme.test/v1/kinds?a=b"));
    expect(response.url).toBe("https://api.acme.test/v1/kinds?a=b");
  });
});

describe("what the mock answers by itself", () => {
  const mock = createAcmeMock();

  test("each media type in its own way, and nothing where there is no body", async () => {
    const headers = { authorization: "Bearer any" };
    const deleted = await mock.fetch("https://api.acme.test/v1/pets/1", { method: "DELETE", headers });
    expect([deleted.status, deleted.body]).toEqual([204, null]);
    const photo = await mock.fetch("https://api.acme.test/v1/photo", { headers });
    expect([photo.headers.get("content-type"), (await photo.blob()).size > 0]).toEqual(["image/png", true]);
    const health = await mock.fetch("https://api.acme.test/v1/health", { headers });
    expect([health.headers.get("content-type"), typeof (await health.text())]).toEqual(["text/plain", "string"]);
  });

  test("an id in the path is echoed as the number it is", async () => {
    mock.reset();
    expect((await ask(mock, "/pets/41")).body).toMatchObject({ id: 41 });
  });

  test("hand-written behaviour comes before the default, and can leave a request to it", async () => {
    expect(await ask(mock, "/pets/13:feed", { method: "POST" })).toMatchObject({ status: 400 });
    expect(await ask(mock, "/pets/14:feed", { method: "POST" })).toMatchObject({ status: 200, body: {} });
  });
});

describe("credentials", () => {
  const secret = "canary-5f1d";

  test.each([
    [{}, "The request carries no credential."],
    [{ authorization: `Basic ${secret}` }, "The credential is malformed."],
    [{ authorization: "Bearer " }, "The credential is malformed."],
    [{ "x-acme-key": `Key ${secret}` }, "The credential is malformed."],
  ])("%j is refused", async (headers, error) => {
    expect(await ask(createAcmeMock(), "/pets/7", { headers: { ...headers } })).toMatchObject({
      status: 401,
      body: { error },
    });
  });

  test("any well-formed one is accepted by default, of any scheme", async () => {
    expect((await ask(createAcmeMock(), "/pets/7", { headers: { authorization: "bearer x" } })).status).toBe(200);
    expect((await ask(createAcmeMock(), "/pets/7", { headers: { "x-acme-key": "x" } })).status).toBe(200);
  });

  test("with auth only that one is, and no message tells it", async () => {
    const mock = createAcmeMock({ auth: { token: secret } });
    expect((await ask(mock, "/pets/7", { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
    const refused = await ask(mock, "/pets/7", { headers: { authorization: "Bearer another-canary" } });
    expect(refused).toMatchObject({ status: 401, body: { error: "The credential is not valid." } });
    expect(JSON.stringify(refused.body)).not.toContain("canary");
  });

  test("an operation that anyone may call asks for none", async () => {
    expect((await ask(createAcmeMock(), "/kinds", { headers: {} })).status).toBe(200);
  });

  test("comes before hand-written behaviour", async () => {
    expect(await ask(createAcmeMock(), "/pets/13:feed", { method: "POST", headers: {} })).toMatchObject({
      status: 401,
    });
  });

  test("no record holds a credential", async () => {
    const mock = createAcmeMock();
    await ask(mock, "/pets/7", {
      headers: { authorization: `Bearer ${secret}`, "x-acme-key": secret, cookie: secret, "x-trace": "1" },
    });
    await ask(mock, "https://files.acme.test/a", { headers: { authorization: secret } });
    expect(inspect(mock.requests(), { depth: 10 }) + JSON.stringify(mock.requests())).not.toContain(secret);
    expect(mock.requests("getPet")[0]?.headers).toMatchObject({ authorization: "[redacted]", "x-trace": "1" });
  });
});

describe("on", () => {
  test("answers by the request, completed to a valid body", async () => {
    const mock = createAcmeMock();
    mock.on("getPet", ({ params, respond }) => {
      expectTypeOf(params.path.petId).toEqualTypeOf<number>();
      return respond(200, { name: `pet ${String(params.path.petId)}`, chip: { code: "c" } });
    });
    expect(await ask(mock, "/pets/7")).toMatchObject({
      status: 200,
      body: { id: 7, name: "pet 7", owner: expect.any(String), chip: { code: "c", active: true } },
    });
  });

  test("an answer for an item that is not there echoes its id", async () => {
    const mock = createAcmeMock({ state: { pets: [] } });
    mock.on("getPet", ({ respond }) => respond(200, { name: "ghost" }));
    expect(await ask(mock, "/pets/7")).toMatchObject({ status: 200, body: { id: 7, name: "ghost" } });
  });

  test("an answer can be another documented status, and come late", async () => {
    const mock = createAcmeMock();
    mock.on("getPet", async ({ respond }) => {
      await Promise.resolve();
      return respond(404, { error: "gone" }, { headers: { "x-request-id": "r1" } });
    });
    const { status, body, headers } = await ask(mock, "/pets/7");
    expect([status, body, headers.get("x-request-id")]).toEqual([404, { error: "gone" }, "r1"]);
  });

  test("a status that is not documented, or a body that is not valid, has to be wanted", async () => {
    const mock = createAcmeMock();
    // @ts-expect-error 418 is not documented
    mock.on("getPet", ({ respond }) => respond(418, {}));
    expect(String(await rejection(ask(mock, "/pets/7")))).toContain("no status 418 for getPet, but 200, 404");
    // @ts-expect-error a name is a string
    mock.on("getPet", ({ respond }) => respond(200, { name: 7 }));
    expect(String(await rejection(ask(mock, "/pets/7")))).toContain("/name must be a string");
    mock.on("getPet", ({ respond }) => respond(418, { teapot: true }, { unchecked: true }));
    expect(await ask(mock, "/pets/7")).toMatchObject({ status: 418, body: { teapot: true } });
  });

  test.each<[string, unknown, string]>([
    ["an error", new TypeError("no such pet"), "TypeError: no such pet"],
    ["anything else", "no such pet", "no such pet"],
  ])("a resolver that throws %s is a mistake of the test, which a client meets once", async (_, thrown, reason) => {
    const mock = createAcmeMock();
    mock.on("getPet", () => {
      throw thrown;
    });
    const client = createAcmeClient({ baseUrl: "https://api.acme.test/v1", fetch: mock.fetch });
    const error = await rejection(getPet(client, { params: { path: { id: 7 } } }));
    expect(error).toSatisfy(isConfigError);
    expect(error).toMatchObject({
      option: "on(getPet)",
      message: `The resolver given to on("getPet") threw ${reason}`,
      cause: thrown,
    });
    expect(mock.requests()).toHaveLength(1);
  });

  test.each<[string, unknown, string]>([
    ["what is no answer", { id: 7 }, "answered with no Response: use respond(…)"],
    ["an answer that was read before", undefined, "answered with a Response that was read before: make one"],
  ])("a resolver that returns %s is told so", async (_, answer, problem) => {
    const mock = createAcmeMock();
    const used = new Response("{}");
    await used.text();
    mock.on("getPet", () => (answer ?? used) as Response);
    const error = await rejection(ask(mock, "/pets/7"));
    expect(error).toSatisfy(isConfigError);
    expect(String(error)).toContain(`The resolver given to on("getPet") ${problem}`);
  });

  test("a resolver that forgets to return its answer is told so", async () => {
    const mock = createAcmeMock();
    mock.on("getPet", ({ respond }) => void respond(200, { name: "lost" }));
    expect(String(await rejection(ask(mock, "/pets/7")))).toContain(
      "made an answer with respond(…), and did not return",
    );
  });

  test("the same resolver, given twice, is taken away once", async () => {
    const mock = createAcmeMock();
    let calls = 0;
    const count = (): undefined => void (calls += 1);
    const offs = [mock.on("getPet", count), mock.on("getPet", count)];
    await ask(mock, "/pets/7");
    offs[0]?.();
    await ask(mock, "/pets/7");
    expect(calls).toBe(3);
  });

  test("bytes are sent as they are", async () => {
    const mock = createAcmeMock();
    const bytes = Uint8Array.of(0, 255, 7);
    const read = async (): Promise<unknown> =>
      new Uint8Array(
        await (await mock.fetch("https://api.acme.test/v1/pets/7", { headers: { "x-acme-key": "k" } })).arrayBuffer(),
      );
    mock.on("getPet", ({ respond }) => respond(200, bytes, { unchecked: true }));
    expect(await read()).toEqual(bytes);
    mock.fail("getPet", { status: 500, body: bytes.buffer, times: 1 });
    expect(await read()).toEqual(bytes);
    mock.fail("getPet", { status: 500, body: new Blob([bytes]), times: 1 });
    expect(await read()).toEqual(bytes);
  });

  test("returning undefined leaves the request to the resolver before, and then to the mock", async () => {
    const mock = createAcmeMock();
    mock.on("getPet", ({ params, respond }) => (params.path.petId < 10 ? respond(200, { name: "small" }) : undefined));
    const off = mock.on("getPet", ({ params, respond }) =>
      params.path.petId < 5 ? respond(200, { name: "tiny" }) : undefined,
    );
    const name = async (id: number): Promise<unknown> => ((await ask(mock, `/pets/${String(id)}`)).body as Pet).name;
    expect([await name(1), await name(7)]).toEqual(["tiny", "small"]);
    expect(["tiny", "small"]).not.toContain(await name(11));
    off();
    expect(await name(1)).toBe("small");
  });

  test("sees query and body, typed, and can read the request itself", async () => {
    const mock = createAcmeMock();
    mock.on("listPets", ({ params, respond }) => {
      expectTypeOf(params.query.kind).toEqualTypeOf<"cat" | "dog" | undefined>();
      return respond(200, { total: Number(params.query.page), items: [{ name: params.path.owner }] });
    });
    expect((await ask(mock, "/owners/ann/pets?page=2")).body).toMatchObject({ total: 2, items: [{ name: "ann" }] });
    mock.on("createPet", async ({ body, request, respond }) => {
      expectTypeOf(body).toEqualTypeOf<{ readonly name: string }>();
      return respond(201, { name: `${body.name}, ${String((await request.text()).length)} letters` });
    });
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const { body } = await ask(mock, "/pets", { method: "POST", headers, body: '{"name":"tom"}' });
    expect(body).toMatchObject({ name: "tom, 14 letters" });
  });

  test("comes before the credential is checked", async () => {
    const mock = createAcmeMock();
    mock.on("getPet", ({ respond }) => respond(200, { name: "open" }));
    expect((await ask(mock, "/pets/7", { headers: {} })).status).toBe(200);
  });

  test("an operation that does not exist is refused, with the nearest one", () => {
    const mock = createAcmeMock();
    // @ts-expect-error there is no such operation
    expect(configError(() => mock.on("getPets", () => undefined)).message).toBe(
      'Acme has no operation "getPets". Did you mean "getPet"?',
    );
    // @ts-expect-error there is no such operation
    expect(configError(() => mock.fail("toString", { status: 500 })).option).toBe("operationId");
    // @ts-expect-error there is no such operation
    expect(configError(() => mock.requests("nothing")).option).toBe("operationId");
  });
});

describe("fail", () => {
  const status = async (mock: AcmeMock): Promise<number> => (await ask(mock, "/pets/7")).status;

  test("a status, so many times, with Retry-After and the platform's body", async () => {
    const mock = createAcmeMock();
    mock.fail("getPet", { status: 429, retryAfterSeconds: 1, times: 2 });
    const { headers, body } = await ask(mock, "/pets/7");
    expect([headers.get("retry-after"), body]).toEqual(["1", { error: "Failure 429 asked for by the test." }]);
    expect([await status(mock), await status(mock)]).toEqual([429, 200]);
  });

  test("failures come due in their order, each until it is used up or taken away", async () => {
    const mock = createAcmeMock();
    mock.fail("getPet", { status: 500, times: 1 });
    const stop = mock.fail("getPet", { status: 503 });
    expect([await status(mock), await status(mock), await status(mock)]).toEqual([500, 503, 503]);
    stop();
    expect(await status(mock)).toBe(200);
  });

  test("a page of HTML in place of JSON, a body of one's own, and no body", async () => {
    const mock = createAcmeMock();
    mock.fail("getPet", { status: 200, body: "<html>", headers: { "content-type": "text/html" }, times: 1 });
    mock.fail("getPet", { status: 400, body: { error: "own" }, times: 1 });
    mock.fail("getPet", { status: 204, times: 1 });
    const response = await mock.fetch("https://api.acme.test/v1/pets/7");
    expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
      200,
      "text/html",
      "<html>",
    ]);
    expect(await ask(mock, "/pets/7")).toMatchObject({ status: 400, body: { error: "own" } });
    expect(await ask(mock, "/pets/7")).toMatchObject({ status: 204, body: undefined });
  });

  test("a connection that breaks rejects as fetch does", async () => {
    const mock = createAcmeMock();
    mock.fail("getPet", { networkError: true });
    const reason = await rejection(ask(mock, "/pets/7"));
    expect(reason).toBeInstanceOf(TypeError);
    expect(reason).toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
  });

  test("a body that ends in its middle, with or without an error", async () => {
    const mock = createAcmeMock();
    const whole = JSON.stringify((await ask(mock, "/pets/7")).body);
    mock.fail("getPet", { truncate: true, times: 1 });
    const get = (): Promise<Response> =>
      mock.fetch("https://api.acme.test/v1/pets/7", { headers: { "x-acme-key": "k" } });
    expect(whole.startsWith(await (await get()).text())).toBe(true);
    mock.fail("getPet", { truncate: true, networkError: true });
    const broken = await get();
    expect(broken.status).toBe(200);
    expect(await rejection(broken.text())).toBeInstanceOf(TypeError);
  });

  test("an answer that is late, and a wait that is aborted at once", async () => {
    const mock = createAcmeMock();
    mock.fail("getPet", { delayMs: 60, times: 1 });
    const start = performance.now();
    expect(await status(mock)).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(50);
    mock.fail("getPet", { delayMs: 60_000 });
    const reason = await rejection(ask(mock, "/pets/7", { signal: AbortSignal.timeout(20) }));
    expect(reason).toMatchObject({ name: "TimeoutError" });
    expect(await rejection(ask(mock, "/pets/7", { signal: AbortSignal.abort("mine") }))).toBe("mine");
  });

  test("an aborted wait leaves no timer behind", async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const mock = createAcmeMock();
    mock.fail("getPet", { delayMs: 60_000 });
    const before = timers();
    const controller = new AbortController();
    const call = rejection(ask(mock, "/pets/7", { signal: controller.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort("mine");
    expect(await call).toBe("mine");
    expect(timers()).toBe(before);
  });

  test("a resolver that never answers holds no aborted call", async () => {
    const mock = createAcmeMock();
    mock.on("getPet", () => new Promise<Response>(() => undefined));
    expect(await rejection(ask(mock, "/pets/7", { signal: AbortSignal.timeout(20) }))).toMatchObject({
      name: "TimeoutError",
    });
  });

  test("a call aborted before it began is not even recorded", async () => {
    const mock = createAcmeMock();
    await rejection(ask(mock, "/pets/7", { signal: AbortSignal.abort() }));
    expect(mock.requests()).toEqual([]);
  });

  test.each([
    [{}, "fail needs a status, networkError, truncate or delayMs."],
    [{ networkError: false }, "fail needs a status, networkError, truncate or delayMs."],
    [{ status: 99 }, "fail.status must be a whole number from 200 to 599."],
    [{ status: 500, times: 0 }, "fail.times must be a whole number from 1."],
    [{ delayMs: -1 }, "fail.delayMs must be a number of milliseconds, 0 or more."],
    [
      { status: 500, retryAfter: 1 },
      "There is no option fail.retryAfter. Known: status, retryAfterSeconds, times, body, headers, networkError, delayMs, truncate.",
    ],
    [{ status: 429, retryAfterSeconds: 0.5 }, "fail.retryAfterSeconds must be a whole number from 0."],
    [{ delayMs: 1, retryAfterSeconds: 1 }, "fail.retryAfterSeconds goes with a status: the usual answer has its own."],
    [{ truncate: true, body: "x" }, "fail.body goes with a status: the usual answer has its own."],
    [{ networkError: true, status: 500 }, "fail.status is never seen where the connection breaks before."],
  ])("%j says nothing that can be done", (failure, message) => {
    expect(configError(() => createAcmeMock().fail("getPet", failure)).message).toBe(message);
  });
});

describe("requests", () => {
  test("what was sent, typed, in order", async () => {
    const mock = createAcmeMock();
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    await ask(mock, "/pets", { method: "POST", headers, body: '{"name":"tom"}' });
    await ask(mock, "/owners/a%2Fb/pets?page=2&tag=x&tag=y");
    expect(mock.requests("createPet")).toMatchObject([
      { operation: "createPet", method: "POST", body: { name: "tom" } },
    ]);
    expect(mock.requests("listPets")[0]?.params).toEqual({
      path: { owner: "a/b" },
      query: { page: 2, tag: ["x", "y"] },
    });
    expectTypeOf(mock.requests("createPet")[0]?.body.name).toEqualTypeOf<string | undefined>();
    expect(mock.requests().map(({ operation }) => operation)).toEqual(["createPet", "listPets"]);
    const [any] = mock.requests();
    if (any?.operation === "createPet") expectTypeOf(any.body.name).toEqualTypeOf<string>();
  });

  test("come in the order of their coming, though a body may take long", async () => {
    const mock = createAcmeMock();
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const body = { method: "POST", headers, body: readable, duplex: "half" } as RequestInit;
    const slow = ask(mock, "/pets", body);
    await ask(mock, "/pets/7");
    expect(mock.requests().map(({ operation }) => operation)).toEqual(["getPet"]);
    const writer = writable.getWriter();
    await writer.write(new TextEncoder().encode('{"name":"tom"}'));
    await writer.close();
    await slow;
    expect(mock.requests().map(({ operation }) => operation)).toEqual(["createPet", "getPet"]);
  });

  test.each([
    ["application/json", "{broken", "{broken"],
    ["application/json", "", undefined],
    ["application/x-www-form-urlencoded", "a=1&b=2&b=3", { a: "1", b: ["2", "3"] }],
    ["multipart/form-data", "no boundary", "no boundary"],
    ["text/plain", "hello", "hello"],
  ])("a body of %s: %s", async (type, body, expected) => {
    const mock = createAcmeMock();
    await ask(mock, "/pets", { method: "POST", headers: { authorization: "Bearer a", "content-type": type }, body });
    expect(mock.requests("createPet")[0]?.body).toEqual(expected);
  });

  test("a form with a file, and bytes", async () => {
    const mock = createAcmeMock();
    const form = new FormData();
    form.set("file", new File(["data"], "a.txt"));
    await ask(mock, "/pets", { method: "POST", headers: { authorization: "Bearer a" }, body: form });
    await ask(mock, "/pets", { method: "POST", headers: { authorization: "Bearer a" }, body: new Uint8Array([1, 2]) });
    const [sent, bytes] = mock.requests("createPet").map(({ body }): unknown => body);
    expect((sent as { file: File }).file.name).toBe("a.txt");
    expect((bytes as Blob).size).toBe(2);
  });
});

describe("reset", () => {
  test("takes back resolvers, failures and records", async () => {
    const mock = createAcmeMock({ state: { pets: [{ name: "tom" }] } });
    const before = (await ask(mock, "/pets/1")).body;
    mock.on("getPet", ({ respond }) => respond(200, { name: "other" }));
    mock.fail("getPet", { status: 500 });
    mock.reset();
    expect(mock.requests()).toEqual([]);
    expect((await ask(mock, "/pets/1")).body).toEqual(before);
  });

  test("leaves to the test before what comes late from it", async () => {
    const mock = createAcmeMock({ state: { pets: [{ name: "tom" }] } });
    const headers = { authorization: "Bearer any", "content-type": "application/json" };
    const late = ask(mock, "/pets", { method: "POST", headers, body: '{"name":"late"}' });
    mock.reset();
    expect((await late).status).toBe(201);
    expect(mock.requests()).toEqual([]);
    expect((await ask(mock, "/pets/2")).status).toBe(404);
  });
});

describe("fixture", () => {
  const mock = createAcmeMock();

  test("a valid, typed object with what was given", () => {
    const pet = mock.fixture("Pet", { name: "tom", chip: { code: "c1" } });
    expectTypeOf(pet).toEqualTypeOf<Pet>();
    expectTypeOf(mock.fixture("AcmeError")).toEqualTypeOf<AcmeError>();
    expect(pet).toMatchObject({ name: "tom", id: expect.any(Number), chip: { code: "c1", active: true } });
    expect(mock.fixture("Pet", { name: "tom", chip: { code: "c1" } })).toEqual(pet);
  });

  test("what cannot be valid is refused with its place, and so is a schema that does not exist", () => {
    expect(configError(() => mock.fixture("Pet", { name: "" })).message).toContain("/name must have at least 1");
    // @ts-expect-error a pet has no such kind
    expect(configError(() => mock.fixture("Pet", { kind: "cow" })).option).toBe("overrides");
    // @ts-expect-error there is no such schema
    expect(configError(() => mock.fixture("Pets")).message).toBe('There is no schema "Pets". Did you mean "Pet"?');
    // @ts-expect-error there is no such schema
    expect(configError(() => mock.fixture("constructor")).option).toBe("name");
  });
});

describe("options", () => {
  test.each([
    [{ sead: 1 }, "sead", "Did you mean seed?"],
    [{ __proto__: null, constructor: 1 }, "constructor", "It takes seed, baseUrl, state, strict, auth, clock, sites."],
    [{ seed: {} }, "seed", "a number or a string"],
    [{ strict: "yes" }, "strict", "true or false"],
    [{ state: [] }, "state", "an object"],
    [{ state: { pet: [] } }, "state.pet", "Did you mean state.pets?"],
    [{ state: { pets: {} } }, "state.pets", "must be a list"],
    [{ state: { pets: ["tom"] } }, "state.pets[0]", "must be an object"],
    [{ state: { pets: [{}, { name: "" }] } }, "state.pets[1]", "no valid Pet: /name must have"],
    [{ state: { pets: [{ wings: 2 }] } }, "state.pets[0]", "/wings must be absent"],
    [{ state: { pets: [{ id: 2 }, { id: 2 }] } }, "state.pets[1]", "has the same id"],
    [{ baseUrl: "acme.test" }, "baseUrl", "absolute http or https URL"],
    [{ baseUrl: [] }, "baseUrl", "a URL, or a list of some"],
    [{ auth: { tokn: "canary" } }, "auth.tokn", "Did you mean auth.token?"],
    [{ auth: {} }, "auth", "must be one of token, key"],
    [{ auth: { token: undefined } }, "auth", "must be one of token, key"],
    [{ clock: { now: () => 0 } }, "clock", "must be one of createMockClock"],
    [{ baseUrl: ["https://ok.test", "ftp://acme.test"] }, "baseUrl", "absolute http or https URL"],
    [{ baseUrl: "https://user:canary@acme.test" }, "baseUrl", "no user, query or fragment"],
    [{ baseUrl: "https://acme.test", sites: { files: "https://acme.test/" } }, "sites.files", "would hide the API"],
    [{ sites: { file: "https://x.test" } }, "sites.file", "no site file, but files"],
  ])("%j is refused", (options, option, message) => {
    const error = configError(() => createAcmeMock(options as never));
    expect([error.option, error.message]).toEqual([option, expect.stringContaining(message)]);
    expect(error.message).not.toContain("canary");
  });

  test("a hostile state pollutes nothing", async () => {
    const state = JSON.parse('{"events":[{"__proto__":{"polluted":true},"constructor":1}]}') as object;
    await ask(createAcmeMock({ state }), "/events/");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});
