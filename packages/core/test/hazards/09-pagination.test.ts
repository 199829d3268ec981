import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { collect, operation, type CallOptions, type OptionalPagedOperation, type PageStrategy } from "@labelwire/core";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Pet } from "../acme.ts";
import { sendJson, startServer, type Answer, type Loopback } from "../loopback.ts";
import { createSubjectClient } from "./subject-client.ts";
import { subject } from "./subject.ts";

type Query = Readonly<Record<string, string>>;
interface ListInit extends CallOptions {
  params?: { query?: { page?: number; tag?: string } };
}
type ListPets = OptionalPagedOperation<"acme", ListInit, unknown, Pick<Pet, "id">>;

const list = (page: PageStrategy): ListPets => operation("listPets", "get", "/pets", "json", { page });
const byNumber = list(subject.pageNumber({ items: ["pets"], total: ["total"], page: "page", defaultSize: 10 }));
const byCursor = list(subject.cursorPage({ items: ["pets"], next: ["next"], cursor: "after" }));
const byLink = list(subject.nextLink({ items: ["pets"], next: ["next"] }));

/** A server of lists that has had enough after a hundred requests: an endless loop ends in a test that fails. */
async function startShop(answer: (query: Query, ...rest: Parameters<Answer>) => unknown): Promise<Loopback> {
  return startServer((request, response) => {
    const query = Object.fromEntries(new URL(request.url, "http://localhost").searchParams);
    const body = request.number > 100 ? 404 : answer(query, request, response);
    if (typeof body === "number") sendJson(response, { fault: "no such page" }, body);
    else if (body !== undefined) sendJson(response, body);
  });
}

const pets = (from: number, to: number): { id: number }[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => ({ id: from + index }));

/** The page of a list of `total` pets; a page past the end is a 404, as many frameworks have it. */
function pageOf(total: number, page: number): unknown {
  return page > Math.ceil(total / 10) ? 404 : kindPageOf(total, page);
}

/** The same where a page past the end is an empty one. */
function kindPageOf(total: number, page: number, size = 10): unknown {
  return { pets: pets((page - 1) * size, Math.min(page * size, total)), total };
}

const read = async (server: Loopback, operation: ListPets, init?: ListInit): Promise<number[]> => {
  const all = await collect(subject.paginate(createSubjectClient({ baseUrl: server.url }), operation, init));
  return all.map(({ id }) => id);
};
const upTo = (length: number): number[] => pets(0, length).map(({ id }) => id);

test("a repeated cursor is an error, not a loop", async () => {
  const server = await startShop((_query, { number }) => ({ pets: pets(number, number + 1), next: "c" }));
  await expect(read(server, byCursor)).rejects.toMatchObject({ name: "DecodeError", operation: "listPets" });
  expect(server.received.length).toBeLessThanOrEqual(3);
});

test("cursors that lead in a circle are an error, wherever the circle closes", async () => {
  const lengths = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 12 }));
  await fc.assert(
    fc.asyncProperty(lengths, async ([tail, length]) => {
      const server = await startShop(({ after = "0" }, { number }) => {
        const next = Number(after) + 1;
        return { pets: pets(number, number + 1), next: String(next >= tail + length ? tail : next) };
      });
      await expect(read(server, byCursor)).rejects.toMatchObject({ name: "DecodeError" });
      expect(server.received.length).toBeLessThanOrEqual(3 * (tail + length) + 3);
    }),
    { numRuns: 20 },
  );
});

test("a server that ignores which page is asked for is an error, not a loop", async () => {
  const server = await startShop(() => ({ pets: pets(0, 10), total: 5_000 }));
  await expect(read(server, byNumber)).rejects.toMatchObject({ name: "DecodeError" });
  expect(server.received.length).toBeLessThanOrEqual(3);
});

test("an empty page with a next is passed over, and nothing but empty pages is an error", async () => {
  const gap = await startShop(({ after = "0" }) => ({
    pets: after === "2" ? [] : pets(Number(after), Number(after) + 1),
    next: Number(after) < 4 ? String(Number(after) + 1) : null,
  }));
  expect(await read(gap, byCursor)).toEqual([0, 1, 3, 4]);
  const empty = await startShop((_query, { number }) => ({ pets: [], next: String(number) }));
  await expect(read(empty, byCursor)).rejects.toMatchObject({ name: "DecodeError" });
  expect(empty.received.length).toBeLessThanOrEqual(5);
});

test("a total that shrinks while the list is read ends the list, and a 404 past the end is no failure", async () => {
  let total = 30;
  const server = await startShop(({ page = "1" }) => {
    if (page === "3") total = 20;
    return pageOf(total, Number(page));
  });
  expect(await read(server, byNumber)).toEqual(upTo(20));
});

test("a total that grows while the list is read is read to its new end, and not past it", async () => {
  const server = await startShop(({ page = "1" }) => pageOf(page === "1" ? 30 : 42, Number(page)));
  expect(await read(server, byNumber)).toEqual(upTo(42));
  expect(server.received).toHaveLength(5);
});

test("a 404 before the end is an error, not a short list", async () => {
  const server = await startShop(({ page = "1" }) => (page === "2" ? 404 : pageOf(30, Number(page))));
  await expect(read(server, byNumber)).rejects.toMatchObject({ name: "ApiError", status: 404, operation: "listPets" });
});

test("a bare array in the place of an envelope is the whole list", async () => {
  const server = await startShop(() => pets(0, 3));
  for (const operation of [byNumber, byCursor, byLink]) expect(await read(server, operation)).toEqual([0, 1, 2]);
});

test("an answer without the list is an error that says so, not an empty list", async () => {
  const server = await startShop(() => ({ cats: [], total: 0 }));
  await expect(read(server, byNumber)).rejects.toMatchObject({
    name: "DecodeError",
    message: expect.stringContaining("`pets` of the answer is not a list"),
  });
});

test("leaving a loop with pages in flight leaves nothing running", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  onTestFinished(() => void process.off("unhandledRejection", unhandled));
  let open = 0;
  const server = await startShop(({ page = "1" }, _request, response) => {
    if (page === "1") return pageOf(100, 1);
    open += 1;
    response.on("close", () => (open -= 1));
    return undefined;
  });
  const { signal } = new AbortController();
  const client = createSubjectClient({ baseUrl: server.url });
  for await (const { id } of subject.paginate(client, byNumber, {}, { prefetch: 4, signal })) {
    await vi.waitFor(() => expect(open).toBe(4), { timeout: 5_000, interval: 5 });
    if (id === 3) break;
  }
  await vi.waitFor(() => expect(open).toBe(0), { timeout: 5_000, interval: 5 });
  expect(getEventListeners(signal, "abort")).toEqual([]);
  expect(unhandled).not.toHaveBeenCalled();
});

test("a saved cursor gives the rest of the list, and of no other list", async () => {
  const server = await startShop(({ page = "1" }) => kindPageOf(35, Number(page)));
  const client = createSubjectClient({ baseUrl: server.url });
  const init: ListInit = { params: { query: { tag: "cat" } } };
  let seen = 0;
  for await (const { items, cursor } of subject.paginate(client, byNumber, init).pages()) {
    seen += items.length;
    if (cursor === undefined) break;
    const saved = JSON.parse(JSON.stringify({ cursor })) as { cursor: string };
    const rest = await collect(subject.paginate(client, byNumber, init, { from: saved.cursor }));
    expect(rest.map(({ id }) => id)).toEqual(upTo(35).slice(seen));
    const other = { params: { query: { tag: "dog" } } };
    expect(() => subject.paginate(client, byNumber, other, { from: saved.cursor })).toThrow(
      expect.objectContaining({ name: "ConfigError", option: "from" }),
    );
  }
  expect(seen).toBe(35);
});

test("a million items take constant memory", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const used = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const size = 20_000;
  const server = await startShop(({ page = "1" }) => kindPageOf(1_000_000, Number(page), size));
  const client = createSubjectClient({ baseUrl: server.url });
  const millions = list(subject.pageNumber({ items: ["pets"], total: ["total"], page: "page", defaultSize: size }));
  let count = 0;
  let most = 0;
  const before = used();
  for await (const { id } of subject.paginate(client, millions, {}, { prefetch: 2 })) {
    if (id !== count) throw new Error(`item ${id} in the place of ${count}`);
    count += 1;
    if (count % 100_000 === 50_000) most = Math.max(most, used());
  }
  expect(count).toBe(1_000_000);
  expect(most - before).toBeLessThan(20_000_000);
}, 60_000);
