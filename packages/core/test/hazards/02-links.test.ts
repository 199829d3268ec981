import { collect, operation, type CallOptions, type OptionalPagedOperation } from "@labelwire/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AcmeClient, Pet } from "../acme.ts";
import { sendJson, startServer, type Answer, type Loopback } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";
import { subject } from "./subject.ts";
import { startTrustedServer } from "./trusted-server.ts";

interface ListInit extends CallOptions {
  params?: { query?: { page?: number } };
}

const listPets: OptionalPagedOperation<"acme", ListInit, unknown, Pet> = operation("listPets", "get", "/pets", "json", {
  page: subject.nextLink({ items: ["pets"], next: ["next"] }),
});

const scoped = { organization: "canary-organization", zone: "north" };

/** What nobody but the configured server may be told. */
const secret = /acme-canary-token|canary-organization|north/;

/** Two pages, the first of which links to the second by `link`. */
function twoPages(link: () => string): Answer {
  return ({ url, number }, response) => {
    const page = Number(new URL(url, "http://localhost").searchParams.get("page") ?? 1);
    const next = page === 1 && number < 5 ? link() : null;
    sendJson(response, { pets: [{ id: page, name: "Tom" }], next });
  };
}

interface Reading {
  readonly home: Loopback;
  /** What was read, or why it was not. */
  readonly items: unknown;
}

async function readTwoPages(link: (home: Loopback) => string, start = startServer): Promise<Reading> {
  const home: Loopback = await start(twoPages(() => link(home)));
  const client = createSubjectClient({ baseUrl: `${home.url}/api`, ...scoped });
  const items = await collect(subject.paginate(client, listPets)).catch((error: unknown) => error);
  return { home, items };
}

const bothPages = [{ url: "/api/pets?zone=north" }, { url: expect.stringMatching(/^\/api\/pets\?(.*&)?page=2/) }];

describe("a link to the next page", () => {
  test.each([
    ["a foreign host", (port: number) => `http://127.0.0.1:${port}/pets?page=2`],
    ["a host without a scheme", (port: number) => `//127.0.0.1:${port}/pets?page=2`],
    ["a host behind backslashes", (port: number) => `\\\\127.0.0.1:${port}/pets?page=2`],
    ["a host after a user name", (port: number) => `http://acme.example@127.0.0.1:${port}/pets?page=2`],
    ["a host after our own as a user name", (port: number, own: string) => `${own}@127.0.0.1:${port}/pets?page=2`],
    ["another scheme", (port: number) => `ftp://127.0.0.1:${port}/pets?page=2`],
    ["data", () => 'data:application/json,{"pets":[],"next":null}?page=2'],
    ["a script", () => "javascript:alert(1)?page=2"],
  ])("to %s asks our own server for that page, and nobody else", async (_, write) => {
    const foreign = await startServer((_request, response) => sendJson(response, { pets: [], next: null }));
    const { home, items } = await readTwoPages(({ url }) => write(foreign.port, url));
    expect(foreign.received).toEqual([]);
    expect(items).toEqual([
      { id: 1, name: "Tom" },
      { id: 2, name: "Tom" },
    ]);
    expect(home.received).toMatchObject(bothPages);
  });

  test("with another path stays on the path of the operation", async () => {
    const { home } = await readTwoPages(({ url }) => `${url}/internal/v0/pets?page=2`);
    expect(home.received).toMatchObject(bothPages);
  });

  test("from a server that does not know of its TLS proxy works", async () => {
    const { home, items } = await readTwoPages(() => "http://127.0.0.1/api/pets?page=2", startTrustedServer);
    expect(items).toHaveLength(2);
    expect(home.received).toMatchObject(bothPages);
  });

  test("takes the scope along, which links leave out", async () => {
    const { home } = await readTwoPages(({ url }) => `${url}/api/pets?page=2`);
    expect(home.received[1]?.url).toContain("zone=north");
  });
});

describe("a link to a file, a result or a job", () => {
  test.each([
    ["a foreign host", (port: number) => `http://127.0.0.1:${port}/file?signature=s`],
    ["a host without a scheme", (port: number) => `//127.0.0.1:${port}/file?signature=s`],
    ["a host behind backslashes", (port: number) => `\\\\127.0.0.1:${port}/file?signature=s`],
    ["a host behind a mixed slash", (port: number) => `/\\127.0.0.1:${port}/file?signature=s`],
    ["a host by another name", (port: number) => `http://localhost:${port}/file?signature=s`],
  ])("at %s is fetched without credentials and scope", async (_, write) => {
    const foreign = await startServer((_request, response) => sendJson(response, ["file"]));
    const client = createSubjectClient({ baseUrl: "http://127.0.0.1:1/api", retry: false, ...scoped });
    const file = await subject.download((request) => client.fetch(write(foreign.port), request));
    expect(await file.text()).toBe('["file"]');
    expect(foreign.received).toMatchObject([{ method: "GET", url: "/file?signature=s" }]);
    expect(JSON.stringify(foreign.received)).not.toMatch(secret);
  });

  test.each([
    ["another scheme", () => "ftp://127.0.0.1/canary"],
    ["a file of ours", () => "file:///etc/canary"],
    ["data", () => "data:text/plain,canary"],
    ["a script", () => "javascript:canary"],
    ["a user name of somebody's", (own: string) => own.replace("//", "//canary@")],
    ["a foreign host after our own as a user name", (own: string) => `${own}@127.0.0.1:1/canary`],
    ["nothing that is a URL", () => "http://[canary"],
  ])("with %s is refused unsent, and not repeated in the error", async (_, write) => {
    const server = await startServer((_request, response) => sendJson(response, []));
    const client = createSubjectClient({ baseUrl: server.url, retry: false, ...scoped });
    const call = await client.fetch(write(server.url)).catch((error: unknown) => error);
    expect(server.received).toEqual([]);
    expect(call).toMatchObject({ name: "ConfigError", option: "input" });
    expect(String(call)).not.toContain("canary");
  });

  test("by http to the host of an https server leads to that server, with credentials", async () => {
    const server = await startTrustedServer((_, response) => sendJson(response, []));
    const client = createSubjectClient({ baseUrl: server.url, retry: false, ...scoped });
    for (const link of ["http://127.0.0.1/jobs/7", `http://127.0.0.1:${server.port}/jobs/7`]) {
      const answer = await client.fetch(link).catch((error: unknown) => error);
      expect(answer).toMatchObject({ status: 200 });
    }
    expect(server.received).toHaveLength(2);
    for (const { url, headers } of server.received) {
      expect(url).toBe("/jobs/7?zone=north");
      expect(headers).toMatchObject({ authorization: "Bearer acme-canary-token" });
    }
  });
});

describe("whatever a link says", () => {
  const base = "https://acme.example/api";
  const hostile = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(
        fc.constantFrom(
          "//",
          "\\\\",
          "/\\",
          "https://",
          "http://",
          "https:",
          "@",
          "https://acme.example@",
          ".",
          "?",
          "",
        ),
        fc.constantFrom("evil.example", "acme.example.evil.example", "acme.example:8443", "127.0.0.1", "acme.example."),
        fc.string(),
      )
      .map((parts) => parts.join("")),
  );

  /** A client whose requests are kept, and answered with `body`. */
  function recording(body: unknown): { readonly client: AcmeClient; readonly sent: Request[] } {
    const sent: Request[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request);
      return Response.json(sent.length === 1 ? body : { pets: [] });
    };
    return { client: createSubjectClient({ baseUrl: base, retry: false, fetch, ...scoped }), sent };
  }

  const tellsSecrets = ({ url, headers }: Request): boolean => secret.test(JSON.stringify([url, ...headers]));

  test("fetching it tells no other origin a secret", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (link) => {
        const { client, sent } = recording([]);
        await client.fetch(link).catch(() => undefined);
        for (const request of sent)
          if (!request.url.startsWith("https://acme.example/")) expect(tellsSecrets(request)).toBe(false);
      }),
    );
  });

  test("paging by it asks the same path of the same origin, or ends in an error", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (next) => {
        const { client, sent } = recording({ pets: [{ id: 1, name: "Tom" }], next });
        await collect(subject.paginate(client, listPets)).catch(() => undefined);
        for (const { url } of sent) expect(url.split("?", 1)).toEqual([`${base}/pets`]);
      }),
    );
  });
});
