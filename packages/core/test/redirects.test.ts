import { describe, expect, test } from "vitest";
import { createAcmeClient, createPet, listPets, type AcmeClient } from "./acme.ts";
import { sendJson, startServer, type Loopback } from "./loopback.ts";

const statuses = [301, 302, 303, 307, 308];

/** A server that redirects everything under `/from` to `to`. */
async function startRedirecting(status: number, to: string): Promise<Loopback> {
  return startServer(({ url }, response) => {
    if (url.startsWith("/from") || url.startsWith("/pets")) response.writeHead(status, { location: to }).end();
    else sendJson(response, []);
  });
}

function privateClient(baseUrl: string): AcmeClient {
  const client = createAcmeClient({ baseUrl, organization: "canary-organization" });
  client.use({
    onRequest: ({ request }) => {
      request.headers.set("x-trace", "canary-trace");
      request.headers.set("x-csrf-token", "canary-csrf");
    },
  });
  return client;
}

describe.each(statuses)("a %i", (status) => {
  test("to the same origin is followed with credentials, scope and, where it stays, the body", async () => {
    const home = await startRedirecting(status, "/to?page=2");
    const client = privateClient(home.url);
    expect((await listPets(client)).data).toEqual([]);
    expect((await createPet(client, { body: { name: "Tom" } })).data).toEqual([]);
    const [, read, , written] = home.received;
    expect(read).toMatchObject({ method: "GET", url: "/to?page=2" });
    expect(written?.method).toBe(status < 307 ? "GET" : "POST");
    expect(written?.body).toBe(status < 307 ? "" : '{"name":"Tom"}');
    expect(written?.headers["content-type"]).toBe(status < 307 ? undefined : "application/json");
    for (const request of [read, written]) {
      expect(request?.headers.authorization).toBe("Bearer acme-canary-token");
      expect(request?.headers["x-organization"]).toBe("canary-organization");
      expect(request?.headers["x-trace"]).toBe("canary-trace");
    }
  });
});

describe("what a redirect may name", () => {
  test.each([
    ["another port", "http://127.0.0.1:1/x"],
    ["another host", "http://localhost.invalid/x"],
    ["a protocol-relative host", "//evil.invalid/x"],
    ["a host behind backslashes", "\\\\evil.invalid/x"],
    ["a host after a user name", "http://127.0.0.1@evil.invalid/x"],
    ["a user name at home", "http://canary@127.0.0.1/x"],
    ["a file", "file:///etc/passwd"],
    ["data", "data:application/json,[]"],
    ["a script", "javascript:alert(1)"],
    ["nothing that is a URL", "http://["],
  ])("not %s", async (_, location) => {
    const home = await startServer((__, response) => response.writeHead(302, { location }).end());
    await expect(listPets(privateClient(home.url))).rejects.toMatchObject({ name: "NetworkError" });
    expect(home.received).toHaveLength(1);
  });

  test("not home with a user name", async () => {
    const home: Loopback = await startServer((_, response) => {
      response.writeHead(302, { location: `http://canary@127.0.0.1:${home.port}/x` }).end();
    });
    const call = listPets(privateClient(home.url));
    await expect(call).rejects.toMatchObject({ name: "NetworkError" });
    await expect(call).rejects.not.toThrow("canary");
    expect(home.received).toHaveLength(1);
  });

  test("a redirect without a Location is an answer", async () => {
    const home = await startServer((_, response) => response.writeHead(304).end());
    expect((await privateClient(home.url).fetch("/pets")).status).toBe(304);
  });

  test("a body that is a stream is not sent twice", async () => {
    const home = await startRedirecting(307, "/to");
    const body = new Blob(["bytes"]).stream();
    await expect(privateClient(home.url).fetch("/from", { method: "PUT", body })).rejects.toThrow("only once");
    expect(home.received).toHaveLength(1);
  });

  test("http to the host of an https base is rebased", async () => {
    const urls: string[] = [];
    const client = createAcmeClient({
      baseUrl: "https://acme.example/v1",
      fetch: async (request) => {
        urls.push(request.url);
        if (urls.length === 1)
          return new Response(null, { status: 302, headers: { location: "http://acme.example/v1/to" } });
        expect(request.headers.get("authorization")).toBe("Bearer acme-canary-token");
        return Response.json([]);
      },
    });
    expect((await listPets(client)).data).toEqual([]);
    expect(urls).toEqual(["https://acme.example/v1/pets", "https://acme.example/v1/to"]);
  });
});
