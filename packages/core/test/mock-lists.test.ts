import { describe, expect, test } from "vitest";
import { ask, createAcmeMock, type Pet } from "./acme-mock.ts";

const pets = Array.from({ length: 5 }, (_, index) => ({ name: `pet ${String(index + 1)}` }));

function names(body: unknown, member: string): unknown[] {
  return (body as Record<string, readonly Pet[]>)[member]?.map(({ name }) => name) ?? [];
}

describe("lists by page number", () => {
  const mock = createAcmeMock({ state: { pets } });

  test.each([
    ["", ["pet 1", "pet 2"]],
    ["?page=2", ["pet 3", "pet 4"]],
    ["?page=3", ["pet 5"]],
    ["?page=2&size=3", ["pet 4", "pet 5"]],
    ["?size=100", ["pet 1", "pet 2", "pet 3", "pet 4", "pet 5"]],
    ["?page=9", []],
    ["?page=0", ["pet 1", "pet 2"]],
    ["?size=0", ["pet 1", "pet 2"]],
  ])("the page %s", async (query, expected) => {
    const { body } = await ask(mock, `/owners/ann/pets${query}`);
    expect([names(body, "items"), body]).toEqual([expected, expect.objectContaining({ total: 5 })]);
  });

  test("page and size are read from the body where they are sent there", async () => {
    const { body } = await ask(mock, "/search", {
      method: "POST",
      headers: { authorization: "Bearer any", "content-type": "application/json" },
      body: JSON.stringify({ pageNo: 1, pageSize: 3 }),
    });
    expect(body).toEqual({
      pets: [
        { id: 4, name: "pet 4" },
        { id: 5, name: "pet 5" },
      ],
    });
  });
});

describe("a list that is asked for by POST", () => {
  test("selects by its body, and shows items that nobody gave the property", async () => {
    const mock = createAcmeMock({
      state: { pets: [{ name: "Rex", owner: "ann" }, { name: "Tom", owner: "ben" }, { name: "Kim" }] },
    });
    const { body } = await ask(mock, "/search", {
      method: "POST",
      headers: { authorization: "Bearer any", "content-type": "application/json" },
      body: JSON.stringify({ owner: "ann", pageNo: 0, pageSize: 10 }),
    });
    expect(names(body, "pets")).toEqual(["Rex", "Kim"]);
  });
});

test("an item of any parent belongs to none that cannot be", async () => {
  const headers = { authorization: "Bearer any", "content-type": "application/json" };
  const search = { method: "POST", headers };
  const mock = createAcmeMock({ state: { pets: [{ name: "rex" }] } });
  expect((await ask(mock, "/search", { ...search, body: '{"owner":{}}' })).body).toMatchObject({ pets: [] });
  expect((await ask(mock, "/search", { ...search, body: '{"owner":"ann"}' })).body).toMatchObject({ pets: [{}] });
});

describe("lists by link", () => {
  const events = Array.from({ length: 3 }, () => ({}));
  const mock = createAcmeMock({ state: { events } });

  test("links lead through the whole list, and end with null", async () => {
    const seen: unknown[] = [];
    let next: unknown = "https://api.acme.test/v1/events/?page_size=2&order=asc";
    while (typeof next === "string") {
      const { body } = await ask(mock, next);
      expect(body).toMatchObject({ count: 3 });
      seen.push(...(body as { results: unknown[] }).results);
      ({ next } = body as { next: unknown });
      if (next !== null) expect(next).toBe("https://api.acme.test/v1/events/?page_size=2&order=asc&page=2");
    }
    expect([seen.length, next]).toEqual([3, null]);
  });

  test("what the answer says beside the items is the same on every page", async () => {
    const [first, second] = [await ask(mock, "/events/?page_size=2"), await ask(mock, "/events/?page_size=2&page=2")];
    const revision = (body: unknown): unknown => (body as { revision: unknown }).revision;
    expect(revision(first.body)).toBe(revision(second.body));
  });

  test("a page beyond the end is refused in the platform's shape", async () => {
    expect(await ask(mock, "/events/?page=2")).toMatchObject({ status: 404, body: { error: "Invalid page." } });
  });

  test("an empty list has one page", async () => {
    expect(await ask(createAcmeMock({ state: { events: [] } }), "/events/")).toMatchObject({
      status: 200,
      body: { results: [], next: null, count: 0 },
    });
  });
});

describe("lists by cursor", () => {
  const mock = createAcmeMock();

  test("cursors lead through the whole list, and the last page has none", async () => {
    const first = await ask(mock, "/notes?limit=2");
    expect(first.body).toMatchObject({ notes: [{}, {}], more: true, cursor: expect.any(String) });
    const { cursor } = first.body as { cursor: string };
    const second = await ask(mock, `/notes?limit=2&after=${encodeURIComponent(cursor)}`);
    expect(second.body).toEqual({ notes: [{ text: expect.any(String) }], more: false });
  });

  test("a cursor of someone else's is refused", async () => {
    expect(await ask(mock, "/notes?after=%%%")).toMatchObject({ status: 400, body: { error: "Invalid cursor." } });
    expect(await ask(mock, "/notes?after=b3RoZXI6MQ==")).toMatchObject({ status: 400 });
  });
});

describe("lists that nobody seeded", () => {
  test("have a few items, which can be retrieved", async () => {
    const mock = createAcmeMock();
    const { body } = await ask(mock, "/owners/ann/pets?size=10");
    const { items, total } = body as { items: Pet[]; total: number };
    expect([items.length, total]).toEqual([3, 3]);
    for (const pet of items) expect((await ask(mock, `/pets/${String(pet.id)}`)).body).toEqual(pet);
  });

  test("are the same on every page and in every mock with the seed", async () => {
    const whole = await ask(createAcmeMock({ seed: 4 }), "/owners/ann/pets?size=10");
    const second = await ask(createAcmeMock({ seed: 4 }), "/owners/ann/pets?page=2");
    expect((second.body as { items: Pet[] }).items).toEqual((whole.body as { items: Pet[] }).items.slice(2));
    const other = await ask(createAcmeMock({ seed: 5 }), "/owners/ann/pets?size=10");
    expect(other.body).not.toEqual(whole.body);
  });

  test("hold what was asked for", async () => {
    const { body } = await ask(createAcmeMock(), "/owners/ann/pets?kind=dog&tag=good");
    for (const pet of (body as { items: Pet[] }).items) {
      expect(pet).toMatchObject({ owner: "ann", kind: "dog", tags: ["good"] });
    }
  });

  test("hold nothing where nothing valid could be what was asked for", async () => {
    expect((await ask(createAcmeMock(), "/owners/ann/pets?kind=cow")).body).toEqual({ items: [], total: 0 });
  });

  test("a list answered whole is answered whole", async () => {
    const { body } = await ask(createAcmeMock(), "/kinds");
    expect(body).toHaveLength(3);
  });
});

describe("seeded collections", () => {
  const mock = createAcmeMock({
    state: {
      pets: [
        { name: "tom", kind: "cat", owner: "ann", tags: ["a", "b"] },
        { id: 70, name: "rex", kind: "dog" },
      ],
    },
  });

  test("items are completed, and found by their id", async () => {
    expect((await ask(mock, "/pets/70")).body).toMatchObject({ id: 70, name: "rex", owner: expect.any(String) });
    expect((await ask(mock, "/pets/1")).body).toMatchObject({ id: 1, name: "tom" });
  });

  test("an id that is not there is a 404 in the platform's shape, for every operation on one item", async () => {
    expect(await ask(mock, "/pets/71")).toMatchObject({ status: 404, body: { error: 'There is no Pet "71".' } });
    expect(await ask(mock, "/pets/71", { method: "DELETE" })).toMatchObject({ status: 404 });
    expect(await ask(mock, "/pets/__proto__")).toMatchObject({ status: 404 });
  });

  test("a collection seeded with nothing holds nothing", async () => {
    const empty = createAcmeMock({ state: { pets: [] } });
    expect((await ask(empty, "/owners/ann/pets")).body).toEqual({ items: [], total: 0 });
    expect((await ask(empty, "/pets/1")).status).toBe(404);
  });

  test.each([
    ["/owners/ann/pets", ["tom", "rex"]],
    ["/owners/bob/pets", ["rex"]],
    ["/owners/ann/pets?kind=cat", ["tom"]],
    ["/owners/ann/pets?tag=b", ["tom"]],
    ["/owners/ann/pets?kind=", ["tom", "rex"]],
  ])("%s selects by equality, and an item seeded without the parent belongs to any", async (path, expected) => {
    expect(names((await ask(mock, path)).body, "items")).toEqual(expected);
  });

  test("an item of any parent says the parent that was asked for", async () => {
    const { body } = await ask(mock, "/owners/bob/pets");
    expect(body).toMatchObject({ items: [{ name: "rex", owner: "bob" }] });
  });
});
