import { getEventListeners } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { quickestRun } from "../../../scripts/testing/quickest-run.ts";
import type { CallInit } from "./call-options.ts";
import { collect } from "./collect.ts";
import { operation } from "./create-operation.ts";
import { ApiError, isApiError, isConfigError, isDecodeError } from "./errors.ts";
import type { Caller, OptionalPagedOperation, PagedOperation } from "./operation.ts";
import { cursorPage, nextLink, pageNumber, singlePage } from "./page-strategies.ts";
import type { PageStrategy } from "./page-strategy.ts";
import { paginate } from "./paginate.ts";
import type { Page, PaginateOptions, Paginator } from "./paginator.ts";
import type { Result } from "./result.ts";

interface Pet {
  readonly id: number;
}
interface ListPetsInit extends CallInit {
  readonly params?: { readonly query?: { readonly page?: number; readonly limit?: number; readonly after?: string } };
}
type ListPets = OptionalPagedOperation<"acme", ListPetsInit, unknown, Pet>;

const listPetsBy = (page: PageStrategy): ListPets => operation("listPets", "get", "/pets", "json", { page });
const numbered = pageNumber({ items: ["pets"], total: ["total"], page: "page", size: "limit", defaultSize: 10 });
const untold = pageNumber({ items: ["pets"], page: "page", size: "limit", defaultSize: 10 });
const linked = nextLink({ items: ["pets"], next: ["next"], total: ["total"], page: "page" });
const chained = cursorPage({ items: ["pets"], next: ["next"], cursor: "after" });

type Query = Readonly<Record<string, unknown>>;
type Answer = (query: Query, init: CallInit) => unknown;

/** A caller that answers from memory. An answer that is a number is an HTTP error of that status. */
function callerOf(answer: Answer): Caller<"acme"> & { readonly queries: Query[] } {
  const queries: Query[] = [];
  return {
    platform: "acme",
    queries,
    async call(info, init = {}) {
      const query = init.params?.query ?? {};
      queries.push(query);
      init.signal?.throwIfAborted();
      const data = await answer(query, init);
      const response = new Response(null, { status: typeof data === "number" ? data : 200 });
      const result =
        typeof data === "number"
          ? { error: new ApiError({ status: data, message: "refused", operation: info.id, body: undefined }), response }
          : { data, response };
      return result as Result<never>;
    },
  };
}

/** `length` pets as every style answers them: by page number, with a link and with a cursor. */
function petShop(length: number, size = 10): Answer {
  return ({ page, limit = size, after = 0 }) => {
    const begin = page === undefined ? Number(after) : (Number(page) - 1) * Number(limit);
    const end = Math.min(begin + Number(limit), length);
    const pets = Array.from({ length: Math.max(0, end - begin) }, (_, i) => ({ id: begin + i }));
    const next = end < length ? String(end) : null;
    const link = next && `http://shop.internal/api/pets?page=${Number(page ?? 1) + 1}&limit=${String(limit)}`;
    return { pets, total: length, next: page === undefined && after !== 0 ? next : (link ?? next), cursor: next };
  };
}
const cursorShop =
  (length: number): Answer =>
  (query, init) => {
    const answer = petShop(length)(query, init) as { pets: Pet[]; cursor: string | null };
    return { pets: answer.pets, next: answer.cursor };
  };
const ids = (pets: readonly Pet[]): number[] => pets.map(({ id }) => id);
const upTo = (length: number, from = 0): number[] => Array.from({ length: length - from }, (_, i) => from + i);

async function failure(list: Paginator<Pet>): Promise<unknown> {
  return collect(list).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("reading a list", () => {
  test.each([
    ["page number", numbered, petShop(95)],
    ["page number without a total", untold, petShop(95)],
    ["next link", linked, petShop(95)],
    ["cursor", chained, cursorShop(95)],
  ])("by %s yields every item once, in order", async (_name, strategy, answer) => {
    const pets = await collect(paginate(callerOf(answer), listPetsBy(strategy)));
    expectTypeOf(pets).toEqualTypeOf<Pet[]>();
    expect(ids(pets)).toEqual(upTo(95));
  });

  test("init can be left out exactly where the operation allows it", () => {
    const caller = callerOf(petShop(1));
    const strict = listPetsBy(numbered) as PagedOperation<
      "acme",
      { readonly params: { readonly path: { readonly id: string } } },
      unknown,
      Pet
    >;
    expectTypeOf(paginate(caller, strict, { params: { path: { id: "x" } } })).toEqualTypeOf<Paginator<Pet>>();
    expectTypeOf(paginate(caller, listPetsBy(numbered))).toEqualTypeOf<Paginator<Pet>>();
    // @ts-expect-error -- the path parameter is required
    paginate(caller, strict);
    // @ts-expect-error -- the query has no such member
    paginate(caller, listPetsBy(numbered), { params: { query: { pages: 2 } } });
    const elsewhere: Caller<"other"> = { platform: "other", call: (info, init) => caller.call(info, init) };
    // @ts-expect-error -- another platform's client
    paginate(elsewhere, listPetsBy(numbered));
  });

  test("asks for nothing before it is iterated, and each iteration starts anew", async () => {
    const caller = callerOf(petShop(15));
    const list = paginate(caller, listPetsBy(numbered));
    expect(caller.queries).toEqual([]);
    expect(ids(await collect(list))).toEqual(upTo(15));
    expect(ids(await collect(list))).toEqual(upTo(15));
    expect(caller.queries).toEqual([{}, { page: 2 }, {}, { page: 2 }]);
  });

  test("passes parameters and call options to every page", async () => {
    const inits: CallInit[] = [];
    const caller = callerOf((query, init) => {
      inits.push(init);
      return petShop(3, 1)(query, init);
    });
    const list = listPetsBy(pageNumber({ items: ["pets"], total: ["total"], page: "page", size: "limit" }));
    await collect(
      paginate(caller, list, {
        params: { query: { limit: 1 } },
        headers: { "x-trace": "1" },
        timeoutMs: 5,
        body: { a: 1 },
      }),
    );
    expect(inits).toHaveLength(3);
    for (const init of inits) expect(init).toMatchObject({ headers: { "x-trace": "1" }, timeoutMs: 5, body: { a: 1 } });
    expect(caller.queries).toEqual([{ limit: 1 }, { limit: 1, page: 2 }, { limit: 1, page: 3 }]);
  });

  test("pages tell total and cursor, and the last one has no cursor", async () => {
    const pages: Page<Pet>[] = [];
    for await (const page of paginate(callerOf(petShop(25)), listPetsBy(numbered)).pages()) pages.push(page);
    expect(pages.map(({ items, total, cursor }) => [items.length, total, typeof cursor])).toEqual([
      [10, 25, "string"],
      [10, 25, "string"],
      [5, 25, "undefined"],
    ]);
    expect(pages[0]?.response.status).toBe(200);
    const bare = await collect(paginate(callerOf(cursorShop(3)), listPetsBy(chained)).pages());
    expect(bare).toEqual([{ items: [{ id: 0 }, { id: 1 }, { id: 2 }], response: expect.any(Response) as unknown }]);
  });

  test("a list answered whole, in an envelope or bare, is one page", async () => {
    const caller = callerOf(() => [{ id: 1 }, { id: 2 }]);
    expect(ids(await collect(paginate(caller, listPetsBy(singlePage({ items: [] })))))).toEqual([1, 2]);
    expect(ids(await collect(paginate(caller, listPetsBy(numbered))))).toEqual([1, 2]);
    expect(caller.queries).toHaveLength(2);
  });

  test("maxPages and maxItems stop reading", async () => {
    const caller = callerOf(petShop(1000));
    const pages = await collect(paginate(caller, listPetsBy(numbered), {}, { maxPages: 3, prefetch: 5 }).pages());
    expect(caller.queries).toHaveLength(3);
    expect(pages[2]?.cursor).toBeTypeOf("string");
    expect(ids(await collect(paginate(caller, listPetsBy(numbered)), { maxItems: 12 }))).toEqual(upTo(12));
    expect(await collect(paginate(caller, listPetsBy(numbered)), { maxItems: 0 })).toEqual([]);
    expect(caller.queries).toHaveLength(5);
  });

  test.each([
    ["prefetch", { prefetch: -1 }],
    ["prefetch", { prefetch: 1.5 }],
    ["prefetch", { prefetch: Number.NaN }],
    ["maxPage", { maxPage: 3 } as PaginateOptions],
    ["maxPages", { maxPages: 0 }],
    ["maxPages", { maxPages: "2" as never }],
    ["maxPages", { maxPages: true as never }],
    ["maxPages", { maxPages: Number.NaN }],
    ["signal", { signal: new AbortController() as never }],
  ])("%s that cannot be used is a ConfigError at once", (option, options) => {
    expect(() => paginate(callerOf(petShop(1)), listPetsBy(numbered), {}, options)).toThrow(
      expect.objectContaining({ name: "ConfigError", option }),
    );
  });

  test.each<[string, (caller: Caller<"acme">) => unknown]>([
    ["an operation that is no list", () => operation("getPet", "get", "/pets/{id}", "json")],
    ["a call in place of its operation", (caller) => listPetsBy(numbered)(caller)],
  ])("%s is a ConfigError at once", (_name, given) => {
    const caller = callerOf(petShop(1));
    const wrong = given(caller) as ListPets;
    caller.queries.length = 0;
    expect(() => paginate(caller, wrong)).toThrow(
      expect.objectContaining({
        name: "ConfigError",
        message: "operation must be an operation function that answers with a page, itself and not called.",
      }),
    );
    expect(caller.queries).toEqual([]);
  });

  test("maxItems out of range is a ConfigError", async () => {
    await expect(collect(paginate(callerOf(petShop(1)), listPetsBy(numbered)), { maxItems: -1 })).rejects.toSatisfy(
      isConfigError,
    );
  });

  test("a million items take constant memory, prefetched or not", async () => {
    setFlagsFromString("--expose-gc");
    const gc = runInNewContext("gc") as () => void;
    for (const [strategy, answer] of [
      [numbered, petShop(1_000_000)],
      [chained, cursorShop(1_000_000)],
    ] as const) {
      const list = paginate(
        callerOfNothingKept(answer),
        listPetsBy(strategy),
        { params: { query: { limit: 500 } } },
        { prefetch: 3 },
      );
      let count = 0;
      const heap: number[] = [];
      for await (const pet of list) {
        if (pet.id !== count) throw new Error(`item ${pet.id} in place of ${count}`);
        count += 1;
        if (count % 100_000 === 0) {
          gc();
          heap.push(process.memoryUsage().heapUsed);
        }
      }
      expect(count).toBe(1_000_000);
      expect((heap.at(-1) ?? Infinity) - (heap[0] ?? 0)).toBeLessThan(2_000_000);
    }
  }, 60_000);
});

function callerOfNothingKept(answer: Answer): Caller<"acme"> {
  const response = new Response(null);
  return {
    platform: "acme",
    call: async (_info, init = {}) => ({ data: answer(init.params?.query ?? {}, init), response }) as Result<never>,
  };
}

describe("resuming", () => {
  test.each([
    ["page number", numbered, petShop(35)],
    ["page number without a total", untold, petShop(35)],
    ["next link", linked, petShop(35)],
    ["cursor", chained, cursorShop(35)],
  ])("by %s: every cursor gives the rest of the list", async (_name, strategy, answer) => {
    const init: ListPetsInit = { params: { query: { limit: 7 } } };
    let seen = 0;
    for await (const { items, cursor } of paginate(callerOf(answer), listPetsBy(strategy), init).pages()) {
      seen += items.length;
      if (cursor === undefined) break;
      const saved = JSON.parse(JSON.stringify({ cursor })) as { cursor: string };
      const rest = paginate(callerOf(answer), listPetsBy(strategy), init, { from: saved.cursor });
      expect(ids(await collect(rest))).toEqual(upTo(35, seen));
    }
    expect(seen).toBe(35);
  });

  test("a page in the body is resumed in the body", async () => {
    const strategy = pageNumber({ items: ["pets"], total: ["total"], page: "pageNum", in: "body", size: "pageSize" });
    const bodies: unknown[] = [];
    const caller = callerOf((_query, { body }) => {
      bodies.push(body);
      const { pageNum = 1, pageSize } = body as { pageNum?: number; pageSize: number };
      return petShop(5)({ page: pageNum, limit: pageSize }, {});
    });
    const init = { body: { pageSize: 2, filter: { colour: "red" } } };
    const [first] = await collect(paginate(caller, listPetsBy(strategy), init, { maxPages: 1 }).pages());
    expect(ids(await collect(paginate(caller, listPetsBy(strategy), init, { from: first?.cursor })))).toEqual([
      2, 3, 4,
    ]);
    expect(bodies).toEqual([1, 2, 3].map((pageNum) => ({ ...init.body, ...(pageNum > 1 && { pageNum }) })));
  });

  test("a cursor does not hold the caller's own parameters", async () => {
    const [page] = await collect(
      paginate(callerOf(petShop(30)), listPetsBy(numbered), { body: { secret: "canary" } }).pages(),
    );
    expect(page?.cursor).not.toContain("canary");
  });

  test.each([
    [
      "of another operation",
      (): ListPets => operation("listToys", "get", "/toys", "json", { page: numbered }),
      { limit: 2 },
      "was saved by listPets",
    ],
    ["of other parameters", (): ListPets => listPetsBy(numbered), { limit: 3 }, "other parameters"],
  ])("a cursor %s is a ConfigError", async (_name, other, query, reason) => {
    const caller = callerOf(petShop(30));
    const [page] = await collect(paginate(caller, listPetsBy(numbered), { params: { query: { limit: 2 } } }).pages(), {
      maxItems: 1,
    });
    expect(() => paginate(caller, other(), { params: { query } }, { from: page?.cursor })).toThrow(
      expect.objectContaining({
        name: "ConfigError",
        option: "from",
        message: expect.stringContaining(reason) as unknown,
      }),
    );
  });

  test("any other text is a ConfigError, never a request", () => {
    const caller = callerOf(petShop(30));
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom("{}", "null", '{"operation":"listPets"}', '{"__proto__":{"query":{}}}'),
    );
    fc.assert(
      fc.property(texts, (from) => {
        expect(() => paginate(caller, listPetsBy(numbered), {}, { from })).toThrow(
          expect.objectContaining({ option: "from" }),
        );
      }),
    );
    expect(caller.queries).toEqual([]);
  });
});

describe("lists that change or mislead", () => {
  test("a total that shrinks or grows while reading", async () => {
    for (const [later, expected] of [
      [15, 15],
      [40, 40],
    ] as const) {
      const caller = callerOf((query, init) => petShop(query["page"] === undefined ? 30 : later)(query, init));
      expect(ids(await collect(paginate(caller, listPetsBy(numbered), {}, { prefetch: 2 })))).toEqual(upTo(expected));
    }
  });

  test("a 404 past the end is the end where the page before says so on a second look", async () => {
    let total = 30;
    const caller = callerOf((query, init) => {
      if (query["page"] === 3) total = 20;
      return Number(query["page"] ?? 1) > Math.ceil(total / 10) ? 404 : petShop(total)(query, init);
    });
    expect(ids(await collect(paginate(caller, listPetsBy(numbered))))).toEqual(upTo(20));
  });

  test("a 404 for a page that was only a guess is the end", async () => {
    const caller = callerOf((query, init) => (query["page"] === 2 ? 404 : petShop(15)(query, init)));
    expect(ids(await collect(paginate(caller, listPetsBy(untold), { params: { query: { limit: 50 } } })))).toEqual(
      upTo(15),
    );
    expect(caller.queries).toHaveLength(2);
  });

  test.each([
    ["a 404 for a page that the total promises", 2, numbered],
    ["a 404 where nothing tells the end", 2, untold],
    ["a 404 for the first page", undefined, numbered],
  ])("%s is an error", async (_name, missing, strategy) => {
    const caller = callerOf((query, init) => (query["page"] === missing ? 404 : petShop(30)(query, init)));
    expect(await failure(paginate(caller, listPetsBy(strategy)))).toSatisfy(isApiError);
  });

  test("an error in the middle is thrown after the items before it, as it is", async () => {
    const caller = callerOf((query, init) => (query["page"] === 3 ? 500 : petShop(50)(query, init)));
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { id } of paginate(caller, listPetsBy(numbered), {}, { prefetch: 4 })) seen.push(id);
    })();
    await expect(reading).rejects.toMatchObject({ name: "ApiError", status: 500, operation: "listPets" });
    expect(seen).toEqual(upTo(20));
  });

  const pets = (n: number): { pets: Pet[] } => ({ pets: [{ id: n }] });
  let serial = 0;
  test.each<[string, PageStrategy, Answer, number]>([
    ["the same cursor for ever", chained, () => ({ ...pets((serial += 1)), next: "c" }), 3],
    ["a circle of two", chained, ({ after }) => ({ ...pets((serial += 1)), next: after === "a" ? "b" : "a" }), 6],
    ["a circle of seven", chained, ({ after = 0 }) => ({ ...pets((serial += 1)), next: (Number(after) % 7) + 1 }), 30],
    ["a link to itself", linked, () => ({ ...pets((serial += 1)), next: "/pets?page=2" }), 3],
    ["a link without a query", linked, () => ({ ...pets((serial += 1)), next: "https://evil.test/" }), 2],
    ["the page ignored, without a total", untold, () => petShop(10)({}, {}), 3],
    ["the page ignored, with a total", numbered, () => ({ ...(petShop(10)({}, {}) as object), total: 500 }), 3],
    ["empty pages with ever new cursors", chained, () => ({ pets: [], next: (serial += 1) }), 3],
  ])("%s is a DecodeError after few requests", async (_name, strategy, answer, most) => {
    const caller = callerOf(answer);
    const error = await failure(paginate(caller, listPetsBy(strategy)));
    expect(error).toSatisfy(isDecodeError);
    expect(error).toMatchObject({
      operation: "listPets",
      status: 200,
      message: expect.stringMatching(/^listPets: .*\.$/) as unknown,
    });
    expect(caller.queries.length).toBeLessThanOrEqual(most);
  });

  test("every circle is noticed, wherever it closes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 40 }), async (tail, length) => {
        const caller = callerOf(({ after = 0 }) => {
          const next = Number(after) + 1;
          return { ...pets((serial += 1)), next: next >= tail + length ? tail : next };
        });
        expect(await failure(paginate(caller, listPetsBy(chained)))).toSatisfy(isDecodeError);
        expect(caller.queries.length).toBeLessThanOrEqual(3 * (tail + length) + 3);
      }),
    );
  });

  test("an empty page in the middle is passed over", async () => {
    const caller = callerOf(({ after = 0 }) => ({
      pets: after === "2" ? [] : [{ id: Number(after) }],
      next: Number(after) < 4 ? String(Number(after) + 1) : null,
    }));
    expect(ids(await collect(paginate(caller, listPetsBy(chained))))).toEqual([0, 1, 3, 4]);
  });

  test("an answer without the list is a DecodeError that says what is missing", async () => {
    const error = await failure(
      paginate(
        callerOf(() => ({ cats: [] })),
        listPetsBy(numbered),
      ),
    );
    expect(error).toMatchObject({
      name: "DecodeError",
      excerpt: '{"cats":[]}',
      message:
        "listPets: the page that was answered is not as the list is declared: `pets` of the answer is not a list.",
    });
  });
});

describe("prefetch and abort, over HTTP", () => {
  const servers: { close(): unknown }[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  async function slowShop(answerMs: (page: number) => number) {
    const state = { open: 0, most: 0, asked: [] as number[], dropped: 0 };
    const server = createServer((request, response) => {
      const page = Number(new URL(request.url ?? "/", "http://localhost").searchParams.get("page") ?? 1);
      state.asked.push(page);
      state.open += 1;
      state.most = Math.max(state.most, state.open);
      const timer = setTimeout(() => response.end(JSON.stringify(petShop(100)({ page }, {}))), answerMs(page));
      response.on("close", () => {
        clearTimeout(timer);
        state.open -= 1;
        if (!response.writableEnded) state.dropped += 1;
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.push({ close: () => (server.closeAllConnections(), server.close()) });
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pets`;
    const caller: Caller<"acme"> = {
      platform: "acme",
      async call(_info, init = {}) {
        const response = await fetch(`${base}?page=${Number(init.params?.query?.["page"] ?? 1)}`, {
          signal: init.signal ?? null,
        });
        return { data: (await response.json()) as never, response };
      },
    };
    return { caller, state };
  }

  test("keeps as many pages in flight as asked, in order, and stops at the end", async () => {
    const { caller, state } = await slowShop((page) => 30 + (page % 3) * 10);
    expect(ids(await collect(paginate(caller, listPetsBy(numbered), {}, { prefetch: 4 })))).toEqual(upTo(100));
    expect(state.most).toBe(4);
    expect([...state.asked].sort((a, b) => a - b)).toEqual(upTo(11, 1));
  });

  test("without a page number to ask by, one page is ahead", async () => {
    const { caller, state } = await slowShop(() => 5);
    for await (const { items } of paginate(caller, listPetsBy(linkedOnly), {}, { prefetch: 5 }).pages()) {
      expect(items).toHaveLength(10);
      const asked = Math.min(10, (items[0]?.id ?? 0) / 10 + 2);
      await vi.waitFor(() => expect(state.asked.length).toBe(asked), { timeout: 5000, interval: 5 });
      // Who is further ahead asks on meanwhile.
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(state.asked.length).toBe(asked);
    }
    expect(state.most).toBe(1);
  });
  const linkedOnly = nextLink({ items: ["pets"], next: ["next"] });

  test("leaving the loop cancels what is in flight, and nothing is left", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const signal = new AbortController().signal;
    const { caller, state } = await slowShop((page) => (page === 1 ? 0 : 10_000));
    const inFlight = (open: number) => vi.waitFor(() => expect(state.open).toBe(open), { timeout: 5000, interval: 5 });
    for await (const { id } of paginate(caller, listPetsBy(numbered), {}, { prefetch: 5, signal })) {
      await inFlight(5);
      if (id === 3) break;
    }
    await vi.waitFor(() => expect(state).toMatchObject({ open: 0, dropped: 5 }), { timeout: 5000, interval: 5 });
    await expect(
      (async () => {
        for await (const pet of paginate(caller, listPetsBy(numbered), {}, { prefetch: 5 })) {
          await inFlight(5);
          throw new Error(`stop at ${pet.id}`);
        }
      })(),
    ).rejects.toThrow("stop at 0");
    await vi.waitFor(() => expect(state).toMatchObject({ open: 0, dropped: 10 }), { timeout: 5000, interval: 5 });
    process.off("unhandledRejection", unhandled);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(unhandled).not.toHaveBeenCalled();
  });

  test.each(["options", "init"] as const)(
    "a signal given in %s ends the iteration at once with its reason",
    async (place) => {
      const abortMs = await quickestRun(50, async () => {
        const { caller, state } = await slowShop((page) => (page === 1 ? 0 : 10_000));
        const controller = new AbortController();
        const reason = new Error("enough");
        const [init, options] =
          place === "init" ? [{ signal: controller.signal }, {}] : [{}, { signal: controller.signal }];
        const list = paginate(caller, listPetsBy(numbered), init, { ...options, prefetch: 2 });
        let aborted = 0;
        setTimeout(() => {
          aborted = performance.now();
          controller.abort(reason);
        }, 50);
        await expect(collect(list)).rejects.toBe(reason);
        const ended = performance.now();
        await vi.waitFor(() => expect(state.open).toBe(0), { timeout: 5000, interval: 5 });
        const asked = state.asked.length;
        await expect(collect(list)).rejects.toBe(reason);
        expect(state.asked.length).toBe(asked);
        return ended - aborted;
      });
      expect(abortMs).toBeLessThan(50);
    },
  );
});
