import {
  basicAuth,
  createClient,
  headerAuth,
  isApiError,
  isConfigError,
  signedAuth,
  tokenAuth,
  unwrap,
  type ApiError,
  type AuthScheme,
} from "@labelwire/core";
import { describe, expect, expectTypeOf, test } from "vitest";
import { acme, createAcmeClient, createPet, getPet, listPets, type AcmeOptions, type Pet } from "./acme.ts";
import { sendJson, startServer } from "./loopback.ts";

const pet: Pet = { id: 7, name: "Tom" };

describe("typed paths and operation functions", () => {
  test("both answer with the decoded body, typed", async () => {
    const server = await startServer((_, response) => sendJson(response, pet));
    const client = createAcmeClient({ baseUrl: server.url });

    const byPath = await client.GET("/pets/{id}", { params: { path: { id: 7 } } });
    const byOperation = await getPet(client, { params: { path: { id: 7 } } });

    expect(byPath.data).toEqual(pet);
    expect(byOperation.data).toEqual(pet);
    expect(byPath.response.status).toBe(200);
    expectTypeOf(byPath.data).toEqualTypeOf<Pet | undefined>();
    expectTypeOf(byPath.error).toEqualTypeOf<ApiError | undefined>();
    expectTypeOf(byOperation).toEqualTypeOf(byPath);
    expect(await unwrap(listPets(client))).toEqual(pet);
    expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET /pets/7",
      "GET /pets/7",
      "GET /pets",
    ]);
  });

  test("a wrong path, parameter, body or option does not compile, and is refused at run time where it can be", async () => {
    const server = await startServer((_, response) => sendJson(response, pet));
    const client = createAcmeClient({ baseUrl: server.url });

    await Promise.all([
      // @ts-expect-error -- there is no such path
      client.GET("/cats"),
      // @ts-expect-error -- the path has no PATCH
      client.PATCH("/pets"),
      // @ts-expect-error -- the body is required
      client.POST("/pets"),
      // @ts-expect-error -- the parameter is a number
      client.GET("/pets/{id}", { params: { path: { id: "7" } } }),
      // @ts-expect-error -- there is no such query parameter
      client.GET("/pets", { params: { query: { tags: ["cat"] } } }),
    ]);
    // @ts-expect-error -- raw bytes come through the download helpers
    await expect(client.GET("/pets", { parseAs: "stream" })).rejects.toThrow("There is no option parseAs");
    // @ts-expect-error -- `query` belongs into `params`
    await expect(listPets(client, { query: { page: 1 } })).rejects.toSatisfy(isConfigError);
    // @ts-expect-error -- a path starts with a slash
    await expect(client.GET(`${server.url}/pets`)).rejects.toThrow("path must be an absolute path");
    // @ts-expect-error -- parameters are required
    await expect(getPet(client)).rejects.toThrow("params.path.id");
  });

  test("a body goes out as JSON, a form as multipart, and a photo comes back as a Blob", async () => {
    const server = await startServer(({ method }, response) => {
      if (method !== "GET") return sendJson(response, pet, 201);
      response.writeHead(200, { "content-type": "image/png" });
      return response.end(Buffer.from([1, 2, 3]));
    });
    const client = createAcmeClient({ baseUrl: server.url });

    await unwrap(createPet(client, { body: { name: "Tom" } }));
    await client.PUT("/pets/{id}/photo", {
      params: { path: { id: 7 } },
      body: { file: new Blob(["png"], { type: "image/png" }), title: "Tom, asleep" },
    });
    const photo = await unwrap(client.GET("/pets/{id}/photo", { params: { path: { id: 7 } } }));

    expectTypeOf(photo).toEqualTypeOf<Blob>();
    expect([...new Uint8Array(await photo.arrayBuffer())]).toEqual([1, 2, 3]);
    const [created, uploaded, fetched] = server.received;
    expect(created?.body).toBe('{"name":"Tom"}');
    expect(created?.headers["content-type"]).toBe("application/json");
    expect(created?.headers.accept).toBe("application/json");
    expect(uploaded?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(uploaded?.body).toContain("Tom, asleep");
    expect(fetched?.headers.accept).toBe("*/*");
  });

  test("a 204 with a body, which HTTP forbids, is a success without data, and harms no later call", async () => {
    const text = "HTTP/1.1 204 No Content\r\ncontent-length: 9\r\ncontent-type: application/json\r\n\r\nnot empty";
    const server = await startServer(({ socket }) => socket.write(text));
    const client = createAcmeClient({ baseUrl: server.url });
    for (let time = 0; time < 3; time++) {
      const { data, error } = await client.DELETE("/pets/{id}", { params: { path: { id: 1 } } });
      expect([data, error]).toEqual([undefined, undefined]);
    }
  });

  test("an answer without a body is undefined", async () => {
    const server = await startServer((_, response) => response.writeHead(204).end());
    const client = createAcmeClient({ baseUrl: server.url });
    const { data, error, response } = await client.DELETE("/pets/{id}", { params: { path: { id: 7 } } });
    expectTypeOf(data).toEqualTypeOf<undefined>();
    expect([data, error, response.status]).toEqual([undefined, undefined, 204]);
  });
});

describe("errors", () => {
  test("an HTTP error is the same ApiError in both styles", async () => {
    const server = await startServer((_, response) =>
      sendJson(response, { fault: "no such pet", code: 12 }, 404, { "x-request-id": "r-1" }),
    );
    const client = createAcmeClient({ baseUrl: server.url });
    const { data, error, response } = await getPet(client, { params: { path: { id: 0 } } });

    expect(data).toBeUndefined();
    expect(response.status).toBe(404);
    expect(error).toMatchObject({ status: 404, code: 12, requestId: "r-1", operation: "getPet" });
    expect(error?.body).toEqual({ fault: "no such pet", code: 12 });
    expect(error?.message).toBe("Acme answered 404 Not Found to getPet: no such pet");
    await expect(unwrap(getPet(client, { params: { path: { id: 0 } } }))).rejects.toSatisfy(isApiError);
    const byPath = await client.GET("/pets/{id}", { params: { path: { id: 0 } } });
    expect(byPath.error?.operation).toBe("GET /pets/{id}");
  });

  test("a business failure inside HTTP 200 is an ApiError beside an ok response", async () => {
    const server = await startServer((_, response) => sendJson(response, { fault: "quota used up", code: 9 }));
    const { data, error, response } = await listPets(createAcmeClient({ baseUrl: server.url }));
    expect(data).toBeUndefined();
    expect(response.ok).toBe(true);
    expect(error).toMatchObject({ status: 200, code: 9 });
  });
});

describe("credentials and scope", () => {
  test("are sent with every call, in their places", async () => {
    const server = await startServer((_, response) => sendJson(response, []));
    const client = createAcmeClient({ baseUrl: server.url, organization: "cats", zone: "a b" });
    await listPets(client, { params: { query: { tag: ["x", "y"] } } });
    await client.fetch("/pets?page=2");

    const [listed, fetched] = server.received;
    expect(listed?.url).toBe("/pets?tag=x&tag=y&zone=a%20b");
    expect(fetched?.url).toBe("/pets?page=2&zone=a+b");
    for (const request of server.received) {
      expect(request.headers.authorization).toBe("Bearer acme-canary-token");
      expect(request.headers["x-organization"]).toBe("cats");
    }
  });

  test("a child changes its own scope alone, and knows which options exclude each other", async () => {
    const server = await startServer((_, response) => sendJson(response, []));
    const parent = createAcmeClient({ baseUrl: server.url, organizationId: 4 });
    await listPets(parent.with({ organization: null }));
    await listPets(parent.with({ organization: undefined, organizationId: undefined }));
    await listPets(parent);
    expect(server.received.map(({ headers }) => [headers["x-organization"], headers["x-organization-id"]])).toEqual([
      ["", undefined],
      [undefined, undefined],
      [undefined, "4"],
    ]);
  });

  test("what a call sets itself goes first, and null takes away", async () => {
    const server = await startServer((_, response) => sendJson(response, []));
    const client = createAcmeClient({ baseUrl: server.url, organization: "cats" });
    await listPets(client, { headers: { Authorization: "Bearer other", "X-Organization": null, "x-trace": "1" } });
    const headers = server.received[0]?.headers;
    expect(headers?.authorization).toBe("Bearer other");
    expect(headers).not.toHaveProperty("x-organization");
    expect(headers?.["x-trace"]).toBe("1");
  });

  test("what a call sets itself goes first, however the scheme spells the header", async () => {
    const server = await startServer((_, response) => sendJson(response, []));
    const schemes = [
      headerAuth({ credential: "key", header: "X-Key" }),
      signedAuth({ credentials: ["key"], sign: ({ key }) => ({ "X-KEY": key }) }),
    ];
    for (const scheme of schemes) {
      const client = createClient({ ...acme, auth: [scheme] }, { baseUrl: server.url, auth: { key: "k-123456" } });
      const info = { id: "any", method: "get", path: "/pets", response: "json" } as const;
      await client.call(info);
      await client.call(info, { headers: { "x-KEY": "own" } });
      await client.call(info, { headers: { "x-Key": null } });
    }
    const sent = ["k-123456", "own", undefined];
    expect(server.received.map(({ headers }) => headers["x-key"])).toEqual([...sent, ...sent]);
  });

  test.each<[string, AuthScheme<Record<string, string>>, Record<string, string>, Record<string, string>]>([
    [
      "a header",
      headerAuth({ credential: "apiKey", header: "apikey" }),
      { apiKey: "k-123456" },
      { apikey: "k-123456" },
    ],
    ["Token", tokenAuth("token"), { token: "t-123456" }, { authorization: "Token t-123456" }],
    ["Basic", basicAuth(), { username: "tom", password: "é:x" }, { authorization: "Basic dG9tOsOpOng=" }],
    [
      "a signature",
      signedAuth({
        credentials: ["key", "secret"],
        sign: ({ key, secret }, { now }) => ({ "x-key": key, "x-signature": `${secret.length}@${now}` }),
      }),
      { key: "k-123456", secret: "s-1234567" },
      { "x-key": "k-123456", "x-signature": "9@1700000000000" },
    ],
  ])("authenticates by %s, given as an object or by a function", async (_, scheme, credentials, expected) => {
    const server = await startServer((__, response) => sendJson(response, []));
    const definition = { ...acme, auth: [scheme] };
    const clock = { now: () => 1_700_000_000_000, schedule: () => () => undefined };
    for (const auth of [credentials, () => credentials, async () => credentials]) {
      const client = createClient(definition, { baseUrl: server.url, auth, clock });
      await client.fetch("/pets");
      expect(server.received.at(-1)?.headers).toMatchObject(expected);
    }
  });
});

describe("configuration", () => {
  const faults: [string, AcmeOptions, string, string][] = [
    ["a misspelt option", { baseURL: "https://x" } as AcmeOptions, "baseURL", "Did you mean baseUrl?"],
    ["an unknown option", { verbose: true } as AcmeOptions, "verbose", "Known: timeoutMs"],
    ["a base URL that is none", { baseUrl: "acme.example" }, "baseUrl", "absolute http or https URL"],
    ["an empty base URL", { baseUrl: "" }, "baseUrl", "such as https://annotate.example.com, without"],
    ["a base URL that is null", { baseUrl: null as never }, "baseUrl", "absolute http or https URL"],
    ["a server that is null", { server: null as never }, "server", "one of eu, us"],
    ["a base URL of another scheme", { baseUrl: "ftp://acme.example" }, "baseUrl", "absolute http or https URL"],
    ["a base URL with a password", { baseUrl: "https://u:canary@acme.example" }, "baseUrl", "without user name"],
    ["a base URL with a query", { baseUrl: "https://acme.example?canary" }, "baseUrl", "query and fragment"],
    ["an unknown server", { server: "uss" }, "server", "did you mean us?"],
    ["a server that is no own member", { server: "constructor" }, "server", "one of eu, us"],
    ["a server beside a base URL", { server: "us", baseUrl: "https://acme.example" }, "server", "together"],
    ["an empty credential", { auth: { accessToken: "" } }, "auth.accessToken", "empty"],
    ["a credential with a line break", { auth: { accessToken: "canary\n" } }, "auth.accessToken", "sent in a header"],
    [
      "a credential with its scheme",
      { auth: { accessToken: "bearer canary" } },
      "auth.accessToken",
      "credential alone",
    ],
    ["a credential in quotes", { auth: { accessToken: '"canary"' } }, "auth.accessToken", "quotes around it"],
    ["a scope that no header can carry", { organization: "canary組織" }, "organization", "sent in a header"],
    ["scopes that exclude each other", { organization: "canary", organizationId: 1 }, "organization", "together"],
    ["a deadline of no length", { timeoutMs: 0 }, "timeoutMs", "positive number"],
    ["a deadline that is no number", { attemptTimeoutMs: NaN }, "attemptTimeoutMs", "positive number"],
    ["half an attempt", { retry: { maxAttempts: 1.5 } }, "retry.maxAttempts", "whole number"],
    [
      "an unknown retry option",
      { retry: { maxAttempt: 2 } as object },
      "retry.maxAttempt",
      "Did you mean retry.maxAttempts?",
    ],
    ["a fetch that is none", { fetch: "canary" as never }, "fetch", "must be a function"],
  ];
  test.each(faults)("%s is refused at construction, without echoing it", (_, options, option, message) => {
    let thrown: unknown;
    try {
      createAcmeClient(options);
    } catch (error) {
      thrown = error;
    }
    expect(isConfigError(thrown)).toBe(true);
    expect(thrown).toMatchObject({ option });
    expect(String(thrown)).toContain(message);
    expect(String(thrown)).not.toContain("canary");
  });

  test("missing credentials wait for the first call", async () => {
    for (const auth of [undefined, { accessToken: undefined }]) {
      const client = createClient(acme, { baseUrl: "http://127.0.0.1:1", auth });
      await expect(client.fetch("/pets")).rejects.toMatchObject({ name: "ConfigError" });
    }
  });

  test("a malformed header is refused without its value", async () => {
    const client = createAcmeClient({ baseUrl: "http://127.0.0.1:1" });
    const call = listPets(client, { headers: { "x-trace": "canary\r\nx-evil: 1" } });
    await expect(call).rejects.toMatchObject({ name: "ConfigError", option: "headers.x-trace" });
    await expect(call).rejects.not.toThrow("canary");
    await expect(listPets(client, { headers: { "x trace": "1" } })).rejects.toSatisfy(isConfigError);
  });

  test("servers go by name, the first by default, and slashes at the end do not matter", () => {
    expect(createAcmeClient({}).baseUrl).toBe("https://eu.acme.example/v1");
    expect(createAcmeClient({ server: "us" }).baseUrl).toBe("https://us.acme.example/v1");
    expect(createAcmeClient({ baseUrl: "https://acme.example/api//" }).baseUrl).toBe("https://acme.example/api");
  });

  test("a child refuses what only a new client can have", () => {
    expect(() => createAcmeClient({}).with({ baseUrl: "https://other.example" } as object)).toThrow("baseUrl");
  });
});
