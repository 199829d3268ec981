import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cursorPage, nextLink, pageNumber, singlePage } from "./page-strategies.ts";
import type { PageRequest, PageStrategy } from "./page-strategy.ts";

const start: PageRequest = { query: {}, body: undefined };
const asking = (query: Record<string, unknown>): PageRequest => ({ query, body: undefined });
const rows = (count: number, from = 0): { id: number }[] => Array.from({ length: count }, (_, i) => ({ id: from + i }));

interface PagedServer {
  /** Items in the list. */
  readonly length: number;
  /** The most items on a page, whatever is asked for. */
  readonly cap: number;
  readonly defaultSize: number;
}

/** Follows a strategy against a server that cuts `length` items into pages, and returns the ids and the number of requests. */
function readAll(strategy: PageStrategy, answer: (request: PageRequest) => unknown, first: PageRequest) {
  const ids: unknown[] = [];
  let requests = 0;
  for (let request: PageRequest | undefined = first; request && requests < 1000; requests += 1) {
    const body = answer(request);
    for (const item of strategy.items(body)) ids.push(item);
    request = strategy.next(body, request);
  }
  return { ids, requests };
}

function cut({ length, cap, defaultSize }: PagedServer, { page = 1, limit = defaultSize }: Record<string, unknown>) {
  const size = Math.min(Number(limit), cap);
  const begin = (Number(page) - 1) * size;
  return Array.from({ length: Math.max(0, Math.min(size, length - begin)) }, (_, i) => begin + i);
}

describe("pageNumber", () => {
  const withTotal = pageNumber({
    items: ["data", "pets"],
    total: ["data", "total"],
    page: "page",
    size: "limit",
    defaultSize: 10,
  });
  const withoutTotal = pageNumber({ items: ["pets"], page: "page", size: "limit", defaultSize: 10 });

  test("counts pages from the first, and ends by the total", () => {
    const body = { data: { pets: rows(10), total: 25 } };
    expect(withTotal.items(body)).toHaveLength(10);
    expect(withTotal.total?.(body)).toBe(25);
    const second = withTotal.next(body, start);
    expect(second?.query).toEqual({ page: 2 });
    const third = withTotal.next(body, second ?? start);
    expect(third?.query).toEqual({ page: 3 });
    expect(withTotal.next({ data: { pets: rows(5), total: 25 } }, third ?? start)).toBeUndefined();
  });

  test("goes on from the page the caller names, and leaves the rest of the query alone", () => {
    const next = withTotal.next(
      { data: { pets: rows(5), total: 50 } },
      asking({ page: "3", limit: 5, status: "sold" }),
    );
    expect(next?.query).toEqual({ page: 4, limit: 5, status: "sold" });
  });

  test("counts from zero where the platform does", () => {
    const strategy = pageNumber({ items: [], page: "p", firstPage: 0, size: "n", defaultSize: 2, total: ["total"] });
    expect(strategy.next([1, 2], start)?.query).toEqual({ p: 1 });
  });

  test("moves the page in a JSON body", () => {
    const strategy = pageNumber({
      items: ["rows"],
      page: "pageNum",
      size: "pageSize",
      defaultSize: 2,
      in: "body",
      total: ["count"],
    });
    const first: PageRequest = { query: { lang: "en" }, body: { pageSize: 1, filter: { a: 1 } } };
    const next = strategy.next({ rows: rows(1), count: 3 }, first);
    expect(next).toMatchObject({ query: { lang: "en" }, body: { pageNum: 2, pageSize: 1, filter: { a: 1 } } });
    expect(first.body).toEqual({ pageSize: 1, filter: { a: 1 } });
  });

  test.each([
    ["a short page", { pets: rows(9) }, start],
    ["an empty page", { pets: [] }, asking({ page: 4 })],
    ["null for the list", { pets: null }, start],
    ["a bare array where an envelope was declared", rows(10), start],
  ])("without a total, ends on %s", (_name, body, request) => {
    expect(withoutTotal.next(body, request)).toBeUndefined();
  });

  test("a total that is no count is no total", () => {
    for (const total of [null, "many", -1, 1.5, {}, Number.NaN]) {
      expect(withTotal.total?.({ data: { pets: [], total } })).toBeUndefined();
      expect(withTotal.next({ data: { pets: rows(10), total } }, start)?.query).toEqual({ page: 2 });
    }
    expect(withTotal.total?.({ data: { pets: [], total: "12" } })).toBe(12);
  });

  test("a body without the list is an error, not the end", () => {
    for (const body of [{}, { data: {} }, { data: { pets: "none" } }, null, undefined, "text"]) {
      expect(() => withTotal.items(body)).toThrow(new TypeError("`data.pets` of the answer is not a list"));
    }
  });

  test("members of the prototype are not members of the body", () => {
    const strategy = pageNumber({ items: ["constructor", "prototype"], page: "page" });
    expect(() => strategy.items({})).toThrow(TypeError);
  });

  test("looks ahead as far as the total reaches, and not at all without one", () => {
    const body = { data: { pets: rows(10), total: 35 } };
    expect([1, 2, 3, 4].map((distance) => withTotal.ahead?.(body, start, distance)?.query["page"])).toEqual([
      2,
      3,
      4,
      undefined,
    ]);
    expect("ahead" in withoutTotal).toBe(false);
  });

  const servers = fc.record({
    length: fc.nat(60),
    cap: fc.integer({ min: 4, max: 20 }),
    limit: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    first: fc.integer({ min: 1, max: 3 }),
  });
  const numbers = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

  const sized = { items: ["data", "pets"], page: "page", size: "limit", defaultSize: 4 };
  test.each([
    ["with a total and a size", pageNumber({ ...sized, total: ["data", "total"] })],
    ["with a total and no size", pageNumber({ items: ["data", "pets"], total: ["data", "total"], page: "page" })],
    ["without a total", pageNumber(sized)],
    ["without a total or a default size", pageNumber({ items: ["data", "pets"], page: "page", size: "limit" })],
    ["without anything but the page", pageNumber({ items: ["data", "pets"], page: "page" })],
  ])("%s, no item is lost or read twice, also where the server caps the size asked for", (_name, strategy) => {
    fc.assert(
      fc.property(servers, ({ length, cap, limit, first }) => {
        const server: PagedServer = { length, cap, defaultSize: 4 };
        const size = Math.min(limit ?? server.defaultSize, cap);
        const { ids, requests } = readAll(
          strategy,
          ({ query }) => ({ data: { pets: cut(server, query), total: length } }),
          asking({ page: first, ...(limit !== undefined && { limit }) }),
        );
        expect(ids).toEqual(numbers((first - 1) * size, length));
        expect(requests).toBeLessThanOrEqual(Math.max(1, Math.ceil(length / size) - first + 1) + 1);
      }),
    );
  });

  test("marks a page that may not exist, and only that", () => {
    const first = asking({ limit: 100 });
    expect(withoutTotal.next({ pets: rows(50) }, first)?.probe).toBe(true);
    expect(withoutTotal.next({ pets: rows(100) }, first)?.probe).toBe(false);
    expect(withoutTotal.next({ pets: rows(9) }, first)).toBeUndefined();
  });
});

describe("nextLink", () => {
  const strategy = nextLink({
    items: ["results"],
    next: ["next"],
    total: ["count"],
    page: "page",
    size: "page_size",
    defaultSize: 10,
  });
  const after = (next: unknown, request = start): PageRequest | undefined =>
    strategy.next({ results: rows(1), next, count: 100 }, request);

  test.each([
    ["https://api.example.com/pets?page=2&status=sold"],
    ["http://api.example.com/pets?page=2&status=sold"],
    ["https://evil.test/pets?page=2&status=sold"],
    ["//evil.test/pets?page=2&status=sold"],
    ["\\\\evil.test\\pets?page=2&status=sold"],
    ["https://user:pass@evil.test/pets?page=2&status=sold#end"],
    ["/other/prefix/pets?page=2&status=sold"],
    ["../../admin?page=2&status=sold"],
    ["?page=2&status=sold"],
    ["file:///etc/passwd?page=2&status=sold"],
    ["javascript:alert(1)?page=2&status=sold"],
  ])("takes only the query of %s", (link) => {
    expect(after(link)).toEqual({ query: { page: "2", status: "sold" }, body: undefined });
  });

  test.each([[null], [undefined], [""]])("ends on %j", (link) => {
    expect(after(link)).toBeUndefined();
  });

  test.each([[{}], [7], [true], ["http://[::1"], ["https://"]])("refuses %j, which is no URL", (link) => {
    expect(() => after(link)).toThrow(new TypeError("the link to the next page is not a URL"));
  });

  test("keeps the caller's members that the link does not repeat", () => {
    const request = asking({ status: "sold", page: 1, filter: { name: { eq: "x" } }, tags: ["a", "b"] });
    const next = after("/pets?page=2&filter%5Bname%5D%5Beq%5D=x&tags=a&tags=b", request);
    expect(next?.query).toEqual({ status: "sold", page: "2", "filter[name][eq]": "x", tags: ["a", "b"] });
  });

  test("a hostile name in the link stays a member", () => {
    const next = after("/pets?__proto__=x&page=2");
    expect(Object.getPrototypeOf(next?.query)).toBe(Object.prototype);
    expect(Object.entries(next?.query ?? {})).toEqual([
      ["__proto__", "x"],
      ["page", "2"],
    ]);
  });

  test("a bare array is the whole list", () => {
    expect(strategy.items(rows(3))).toHaveLength(3);
    expect(strategy.next(rows(3), start)).toBeUndefined();
  });

  test("looks ahead by page number where total and length of a page say how far", () => {
    const body = { results: rows(10), next: "/pets?page=2", count: 25 };
    expect([1, 2, 3].map((distance) => strategy.ahead?.(body, start, distance)?.query)).toEqual([
      { page: 2 },
      { page: 3 },
      undefined,
    ]);
    expect(strategy.ahead?.({ ...body, next: null }, start, 1)).toBeUndefined();
    expect("ahead" in nextLink({ items: ["results"], next: ["next"] })).toBe(false);
  });
});

describe("cursorPage", () => {
  const strategy = cursorPage({ items: ["items"], next: ["page", "next"], cursor: "after", hasMore: ["page", "more"] });

  test("sends the cursor on as the answer gives it", () => {
    const cursor = "a+b&c=/é";
    const next = strategy.next({ items: [], page: { next: cursor, more: true } }, asking({ limit: 5 }));
    expect(next?.query).toEqual({ limit: 5, after: cursor });
    expect(strategy.next({ items: [], page: { next: 0 } }, start)?.query).toEqual({ after: 0 });
  });

  test.each([[{ next: null }], [{ next: "" }], [{}], [undefined], [{ next: "c", more: false }]])(
    "ends on %j",
    (page) => {
      expect(strategy.next({ items: rows(1), page }, start)).toBeUndefined();
    },
  );

  test("more without a cursor is an error: ending there would lose items", () => {
    expect(() => strategy.next({ items: [], page: { more: true, next: null } }, start)).toThrow(
      new TypeError("the answer says that there is more, but `page.next` of the answer holds no cursor"),
    );
    expect(() => strategy.next({ items: [], page: { next: { id: 1 } } }, start)).toThrow(TypeError);
  });
});

describe("singlePage", () => {
  test("answers the whole list, in an envelope or bare", () => {
    expect(singlePage({ items: ["data"] }).items({ data: [1] })).toEqual([1]);
    expect(singlePage({ items: [] }).items([1, 2])).toEqual([1, 2]);
    expect(singlePage({ items: [] }).next([1, 2], start)).toBeUndefined();
    expect(() => singlePage({ items: [] }).items({})).toThrow(new TypeError("the answer is not a list"));
  });
});
