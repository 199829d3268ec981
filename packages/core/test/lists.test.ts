import {
  collect,
  operation,
  paginate,
  nextLink,
  pageNumber,
  type CallOptions,
  type OptionalPagedOperation,
} from "@labelwire/core";
import { expect, expectTypeOf, test } from "vitest";
import { createAcmeClient, type Pet } from "./acme.ts";
import { startServer } from "./loopback.ts";

interface ListInit extends CallOptions {
  params?: { query?: { page?: number; tag?: string[] } };
}

const listByNumber: OptionalPagedOperation<"acme", ListInit, unknown, Pet> = operation(
  "listByNumber",
  "get",
  "/pets",
  "json",
  { page: pageNumber({ items: ["pets"], page: "page", size: "limit", defaultSize: 2, total: ["total"] }) },
);
const listByLink: OptionalPagedOperation<"acme", ListInit, unknown, Pet> = operation(
  "listByLink",
  "get",
  "/pets",
  "json",
  {
    page: nextLink({ items: ["pets"], next: ["next"] }),
  },
);

const pets = (page: number): Pet[] => [2 * page - 1, 2 * page].map((id) => ({ id, name: `pet ${id}` }));
const authorized = { authorization: "Bearer acme-canary-token", "x-organization": "cats" };

test("a list is read through the whole client: credentials, scope and retries for every page", async () => {
  const server = await startServer(({ url, number }, response) => {
    if (number === 2) {
      response.writeHead(429, { "retry-after": "0" }).end();
      return;
    }
    const page = Number(new URL(url, "http://localhost").searchParams.get("page") ?? 1);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ pets: pets(page), total: 6 }));
  });
  const client = createAcmeClient({ baseUrl: server.url, organization: "cats", zone: "north" });
  const all = await collect(paginate(client, listByNumber, { params: { query: { tag: ["a", "b"] } } }));
  expectTypeOf(all).toEqualTypeOf<Pet[]>();
  expect(all.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(server.received.map(({ url }) => url)).toEqual([
    "/pets?tag=a&tag=b&zone=north",
    "/pets?tag=a&tag=b&page=2&zone=north",
    "/pets?tag=a&tag=b&page=2&zone=north",
    "/pets?tag=a&tag=b&page=3&zone=north",
  ]);
  for (const { headers } of server.received) expect(headers).toMatchObject(authorized);
});

test("a link to another host leads to the client's own server, and nothing of ours elsewhere", async () => {
  const foreign = await startServer((_request, response) => response.end("{}"));
  const server = await startServer(({ number }, response) => {
    const links = [`${foreign.url}/pets?page=2&zone=north`, `//user:pass@evil.invalid/x?page=3`, null];
    const next = links[number - 1];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ pets: pets(number), next }));
  });
  const client = createAcmeClient({ baseUrl: `${server.url}/api`, zone: "north" });
  const all = await collect(paginate(client, listByLink));
  expect(all).toHaveLength(6);
  expect(server.received.map(({ url }) => url)).toEqual([
    "/api/pets?zone=north",
    "/api/pets?page=2&zone=north",
    "/api/pets?zone=north&page=3",
  ]);
  expect(foreign.received).toEqual([]);
});

test("a page that fails is the ApiError of that call", async () => {
  const server = await startServer((_request, response) =>
    response.writeHead(403, { "content-type": "application/json" }).end('{"fault":"not yours","code":7}'),
  );
  const client = createAcmeClient({ baseUrl: server.url });
  await expect(collect(paginate(client, listByNumber))).rejects.toMatchObject({
    name: "ApiError",
    status: 403,
    code: 7,
    operation: "listByNumber",
  });
});
