import { isConfigError, systemClock, type Clock } from "@labelwire/core";
import createFetchClient from "openapi-fetch";
import { describe, expect, expectTypeOf, test } from "vitest";
import { createAcmeClient, type AcmeOptions, type AcmePaths } from "./acme.ts";
import { sendJson, startServer } from "./loopback.ts";

/** The requests that a client sends, answered at once. */
function recording(options: AcmeOptions = {}): { client: ReturnType<typeof createAcmeClient>; sent: Request[] } {
  const sent: Request[] = [];
  const client = createAcmeClient({
    baseUrl: "https://acme.example/v1",
    organization: "cats",
    fetch: async (request) => {
      sent.push(request);
      return Response.json([]);
    },
    ...options,
  });
  return { client, sent };
}

describe("where it goes", () => {
  test.each([
    ["/pets?page=2", "https://acme.example/v1/pets?page=2"],
    ["pets", "https://acme.example/v1/pets"],
    ["?page=2", "https://acme.example/v1/?page=2"],
    ["/", "https://acme.example/v1/"],
    ["@evil.example/x", "https://acme.example/v1/@evil.example/x"],
    [".evil.example/x", "https://acme.example/v1/.evil.example/x"],
    ["https://acme.example/other", "https://acme.example/other"],
    ["https://ACME.example:443/other", "https://acme.example/other"],
    ["http://acme.example/v1/pets?page=2", "https://acme.example/v1/pets?page=2"],
  ])("%s is %s, with credentials", async (input, url) => {
    const { client, sent } = recording();
    await client.fetch(input);
    expect(sent[0]?.url).toBe(url);
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer acme-canary-token");
    expect(sent[0]?.headers.get("x-organization")).toBe("cats");
  });

  test.each([
    ["//evil.example/x", "https://evil.example/x"],
    ["\\\\evil.example/x", "https://evil.example/x"],
    ["/\\evil.example/x", "https://evil.example/x"],
    ["https://evil.example/x", "https://evil.example/x"],
    ["https://acme.example.evil.example/x", "https://acme.example.evil.example/x"],
    ["https://acme.example:8443/x", "https://acme.example:8443/x"],
    ["http://acme.example:9000/bucket", "http://acme.example:9000/bucket"],
    ["https://acme.example./x", "https://acme.example./x"],
  ])("%s is foreign and fetched bare", async (input, url) => {
    const { client, sent } = recording({ zone: "z" });
    await client.fetch(input, { headers: { "x-amz-acl": "private" } });
    expect(sent[0]?.url).toBe(url);
    expect([...(sent[0]?.headers.keys() ?? [])]).toEqual(["x-amz-acl"]);
    expect(sent[0]?.credentials).toBe("omit");
  });

  test.each([
    "https://canary@acme.example/x",
    "https://acme.example@evil.example/x",
    "file:///etc/canary",
    "data:text/plain,canary",
    "javascript:canary",
    "blob:https://acme.example/canary",
    "https://[canary",
  ])("%s is refused, without an echo", async (input) => {
    const { client, sent } = recording();
    const call = client.fetch(input);
    await expect(call).rejects.toSatisfy(isConfigError);
    await expect(call).rejects.not.toThrow("canary");
    expect(sent).toEqual([]);
  });

  test("a middleware that sends a call elsewhere takes no credentials along", async () => {
    const { client, sent } = recording();
    client.use({ onRequest: ({ request }) => new Request("https://evil.example/x", request) });
    await client.GET("/pets");
    expect(sent[0]?.url).toBe("https://evil.example/x");
    expect(sent[0]?.headers.has("authorization")).toBe(false);
    expect(sent[0]?.headers.has("x-organization")).toBe(false);
  });
});

describe("as a fetch", () => {
  test("takes a Request, a URL and a string, with init", async () => {
    const server = await startServer((request, response) => sendJson(response, request.method));
    const client = createAcmeClient({ baseUrl: server.url, zone: "z" });
    const post = { method: "POST", body: "text", headers: { "x-trace": "1" } };
    await client.fetch(`${server.url}/pets`, post);
    await client.fetch(new URL(`${server.url}/pets`), post);
    await client.fetch(new Request(`${server.url}/pets`, post));
    await client.fetch(new Request(`${server.url}/pets`), post);
    for (const request of server.received) {
      expect(request).toMatchObject({ method: "POST", url: "/pets?zone=z", body: "text" });
      expect(request.headers["x-trace"]).toBe("1");
      expect(request.headers["content-length"]).toBe("4");
    }
    expect(server.received).toHaveLength(4);
  });

  test("serves as the fetch of another openapi-fetch client, retries included", async () => {
    const server = await startServer(({ number }, response) => {
      if (number === 1) sendJson(response, {}, 429, { "retry-after": "0" });
      else sendJson(response, { id: 1, name: "Tom" }, 201);
    });
    const client = createAcmeClient({ baseUrl: server.url });
    const other = createFetchClient<AcmePaths>({ baseUrl: server.url, fetch: client.fetch });
    expectTypeOf(client.fetch).toExtend<typeof fetch>();
    const { data } = await other.POST("/pets", { body: { name: "Tom" } });
    expect(data).toEqual({ id: 1, name: "Tom" });
    expect(server.received.map(({ body }) => body)).toEqual(['{"name":"Tom"}', '{"name":"Tom"}']);
    expect(server.received[0]?.headers.authorization).toBe("Bearer acme-canary-token");
  });

  test("an HTTP error is an answer, and redirects can be seen", async () => {
    const server = await startServer(({ url }, response) => {
      if (url === "/pets") sendJson(response, {}, 404);
      else response.writeHead(302, { location: "https://evil.example" }).end();
    });
    const client = createAcmeClient({ baseUrl: server.url });
    expect((await client.fetch("/pets")).status).toBe(404);
    expect((await client.fetch("/moved", { redirect: "manual" })).status).toBe(302);
  });

  test("an HTTP error is the ApiError of a call where that is asked for", async () => {
    const server = await startServer(({ url, headers }, response) => {
      if (url === "/pets") sendJson(response, { fault: `no pets for ${headers.authorization ?? ""}` }, 404);
      else sendJson(response, []);
    });
    const client = createAcmeClient({ baseUrl: server.url });
    const call = client.fetch("/pets", { rejectErrors: true, operation: "exportPets" });
    await expect(call).rejects.toMatchObject({ name: "ApiError", status: 404, operation: "exportPets" });
    await expect(call).rejects.toThrow("Acme answered 404 Not Found to exportPets: no pets for Bearer");
    await expect(call).rejects.not.toThrow("canary");
    expect(await (await client.fetch("/all", { rejectErrors: true })).json()).toEqual([]);
  });

  test("its deadlines end with the head; the signal bounds the body", async () => {
    let finish = (): unknown => undefined;
    const server = await startServer((_, response) => {
      response.writeHead(200).write("first");
      finish = () => response.end("second");
    });
    const deadlines: (() => void)[] = [];
    let scheduled = 0;
    const clock: Clock = {
      ...systemClock,
      schedule: (callback) => {
        scheduled += 1;
        deadlines.push(callback);
        return () => void deadlines.splice(deadlines.indexOf(callback), 1);
      },
    };
    const client = createAcmeClient({ baseUrl: server.url, clock });
    const response = await client.fetch("/file");
    expect(scheduled).toBeGreaterThan(0);
    for (const comes of deadlines) comes();
    finish();
    expect(await response.text()).toBe("firstsecond");

    const controller = new AbortController();
    const aborted = await client.fetch("/file", { signal: controller.signal });
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 20);
    await expect(aborted.text()).rejects.toBe(reason);
  });

  test("what no request can have is refused before it is sent, whatever it is", async () => {
    const { client, sent } = recording();
    const used = new Request("https://acme.example/v1/pets", { method: "POST", body: "canary" });
    await used.text();
    const locked = new Blob(["canary"]).stream();
    locked.getReader();
    for (const call of [
      client.fetch(used),
      client.fetch("/pets", { method: "POST", body: locked }),
      client.fetch("/pets", { method: "GET", body: "canary" }),
      client.fetch("/pets", { method: "CANARY METHOD" }),
    ]) {
      await expect(call).rejects.toMatchObject({ name: "ConfigError", option: "init" });
      await expect(call).rejects.toThrow("is what no request can have: check method, headers and body");
      await expect(call).rejects.not.toThrow("canary");
    }
    expect(sent).toEqual([]);
  });

  test("keeps what else a fetch can be told, over retries and redirects", async () => {
    const sent: Request[] = [];
    const { client } = recording({
      fetch: async (request) => {
        sent.push(request);
        if (sent.length === 1) return new Response(null, { status: 503 });
        if (sent.length === 2) return new Response(null, { status: 302, headers: { location: "/v1/moved" } });
        return Response.json([]);
      },
    });
    await client.fetch("/pets", { cache: "no-store", credentials: "include", keepalive: true });
    expect(sent.map(({ url }) => url.slice(-6))).toEqual(["1/pets", "1/pets", "/moved"]);
    for (const request of sent)
      expect(request).toMatchObject({ cache: "no-store", credentials: "include", keepalive: true });
  });

  test("a failure behind a redirect names the server that failed", async () => {
    const elsewhere = await startServer((_, response) => response.destroy());
    const home = await startServer((_, response) => response.writeHead(302, { location: elsewhere.url }).end());
    const client = createAcmeClient({ baseUrl: home.url, retry: false });
    const call = client.fetch("/file", { followCrossOrigin: true });
    await expect(call).rejects.toThrow(`The connection to Acme (${elsewhere.url}) failed`);
  });

  test("malformed headers are refused without an echo", async () => {
    const call = recording().client.fetch("/pets", { headers: { "x-trace": "canary\r\nx-evil: 1" } });
    await expect(call).rejects.toSatisfy(isConfigError);
    await expect(call).rejects.not.toThrow("canary");
  });
});
