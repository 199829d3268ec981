import { describe, expect, test } from "vitest";
import { ask, createShopMock, type ShopMock } from "./shop-mock.ts";

const toys = [
  { name: "ball", price: 3, shelf: "low", maker: { name: "Ann" } },
  { name: "kite", price: 12, shelf: "high", maker: { name: "bob" } },
  { name: "Bear", price: 9, shelf: "low", maker: { name: "Zoe" } },
];

async function names(mock: ShopMock, query = ""): Promise<unknown[]> {
  const { body } = await ask(mock, `/toys${query}`);
  return (body as { toys: readonly { name: string }[] }).toys.map(({ name }) => name);
}

describe("what is written", () => {
  test("a created item has what was sent, a new id, and is there from now on", async () => {
    const mock = createShopMock({ state: { toys } });
    const created = await ask(mock, "/toys", { method: "POST", body: { name: "drum", maker: { name: "Ida" } } });
    const toy = { id: 4, name: "drum", price: 1, maker: { name: "Ida" }, link: "https://shop.test/api/toys/4" };
    expect(created).toMatchObject({ status: 201, body: { toy } });
    expect((await ask(mock, "/toys/4")).body).toEqual((created.body as { toy: unknown }).toy);
    expect(await names(mock)).toEqual(["ball", "kite", "Bear", "drum"]);
    expect((await ask(mock, "/toys")).body).toMatchObject({ total: 4 });
  });

  test("an update changes what was sent, and nothing else", async () => {
    const mock = createShopMock({ state: { toys } });
    const before = (await ask(mock, "/toys/2")).body;
    const { body } = await ask(mock, "/toys/2", { method: "PATCH", body: { price: 1.5 } });
    expect(body).toEqual({ ...(before as object), price: 1.5 });
    expect((await ask(mock, "/toys/2")).body).toEqual(body);
  });

  test("what an item cannot hold is not kept, and what is only ever sent is not shown", async () => {
    const mock = createShopMock({ state: { toys } });
    const { status, body } = await ask(mock, "/toys/1", {
      method: "PATCH",
      body: { shelf: "attic", secret: "s", x: 1 },
    });
    expect([status, body]).toEqual([200, (await ask(createShopMock({ state: { toys } }), "/toys/1")).body]);
  });

  test("what was deleted is a 404, for every operation, and its id is not given again", async () => {
    const mock = createShopMock({ state: { toys } });
    expect((await ask(mock, "/toys/3", { method: "DELETE" })).status).toBe(204);
    expect(await ask(mock, "/toys/3")).toMatchObject({ status: 404, body: { message: 'There is no Toy "3".' } });
    expect((await ask(mock, "/toys/3", { method: "PATCH", body: {} })).status).toBe(404);
    expect((await ask(mock, "/toys/3", { method: "DELETE" })).status).toBe(404);
    expect(await names(mock)).toEqual(["ball", "kite"]);
    const { body } = await ask(mock, "/toys", { method: "POST", body: { name: "drum" } });
    expect(body).toMatchObject({ toy: { id: 4 } });
  });

  test("reset brings the seed back, byte for byte", async () => {
    const mock = createShopMock({ state: { toys } });
    const before = await ask(mock, "/toys");
    await ask(mock, "/toys", { method: "POST", body: { name: "drum" } });
    await ask(mock, "/toys/1", { method: "DELETE" });
    mock.reset();
    expect((await ask(mock, "/toys")).body).toEqual(before.body);
  });

  test("the same calls make the same items, whatever their keys are", async () => {
    const run = async (): Promise<unknown[]> => {
      const mock = createShopMock({ seed: "s" });
      const create = async (): Promise<unknown> =>
        (await ask(mock, "/notes", { method: "POST", body: { text: "t" } })).body;
      return [await create(), await create(), (await ask(mock, "/notes")).body];
    };
    const [first, second, all] = await run();
    expect(await run()).toEqual([first, second, all]);
    expect(all).toEqual([first, second]);
    expect((first as { key: string }).key).not.toBe((second as { key: string }).key);
  });

  test("no two items have one key, however few words there are for it", async () => {
    const mock = createShopMock({ state: { notes: Array.from({ length: 30 }, () => ({})) } });
    for (let count = 0; count < 5; count += 1) await ask(mock, "/notes", { method: "POST", body: { text: "t" } });
    const seeded = (await ask(mock, "/notes")).body as readonly { key: string }[];
    const made = (await ask(createShopMock(), "/notes")).body as readonly { key: string }[];
    expect([new Set(seeded.map(({ key }) => key)).size, new Set(made.map(({ key }) => key)).size]).toEqual([35, 3]);
  });

  test("items that are seeded without an id stay clear of those that have one", async () => {
    const mock = createShopMock({ state: { toys: [{}, { id: 2 }, {}, { id: 1 }] } });
    const { toys: all } = (await ask(mock, "/toys")).body as { toys: readonly { id: number }[] };
    expect(all.map(({ id }) => id)).toEqual([3, 2, 4, 1]);
  });

  test("what follows from an item gives way to what was seeded", async () => {
    const link = "https://elsewhere.test/ball";
    const mock = createShopMock({ state: { toys: [{ link }, {}] } });
    expect((await ask(mock, "/toys/1")).body).toMatchObject({ link });
    expect((await ask(mock, "/toys/2")).body).toMatchObject({ link: "https://shop.test/api/toys/2" });
  });

  test("what follows from a write is written too", async () => {
    const mock = createShopMock({ state: { toys } });
    await ask(mock, "/toys", { method: "POST", body: { name: "drum" } });
    await ask(mock, "/toys/1", { method: "DELETE" });
    expect((await ask(mock, "/notes")).body).toMatchObject([{ text: "create drum" }, { text: "delete ball" }]);
  });

  test("a test's own answer is completed from what would have been written, and writes nothing", async () => {
    const mock = createShopMock({ state: { toys, notes: [] } });
    mock.on("createToy", ({ body, respond }) => respond(201, { toy: { shelf: "high", name: `${body.name}!` } }));
    const { body } = await ask(mock, "/toys", { method: "POST", body: { name: "drum", price: 7 } });
    expect(body).toMatchObject({ toy: { id: 4, name: "drum!", price: 7, shelf: "high" } });
    expect([await names(mock), (await ask(mock, "/notes")).body]).toEqual([["ball", "kite", "Bear"], []]);
  });
});

describe("a collection that nobody seeded", () => {
  test("answers any id until it is written, and then holds what it has shown and what was written", async () => {
    const mock = createShopMock();
    const shown = await ask(mock, "/toys/41");
    const listed = (await ask(mock, "/toys")).body as { toys: readonly { id: number; name: string }[] };
    await ask(mock, "/toys/7", { method: "PATCH", body: { name: "drum" } });
    expect((await ask(mock, "/toys/41")).body).toEqual(shown.body);
    expect((await ask(mock, "/toys/7")).body).toMatchObject({ name: "drum" });
    expect((await ask(mock, "/toys/42")).status).toBe(404);
    const ids = ((await ask(mock, "/toys")).body as typeof listed).toys.map(({ id }) => id);
    expect(ids).toEqual([41, ...listed.toys.map(({ id }) => id), 7]);
  });

  test("the first to be created is number one", async () => {
    const { body } = await ask(createShopMock(), "/toys", { method: "POST", body: { name: "drum" } });
    expect(body).toMatchObject({ toy: { id: 1 } });
  });

  test("what is searched for is found", async () => {
    const found = await names(createShopMock(), "?q=drum");
    expect(found).toEqual(["drum", "drum", "drum"]);
  });
});

describe("which items a list has", () => {
  const mock = createShopMock({ state: { toys } });

  test.each([
    ["?maker=bob", ["kite"]],
    ["?q=B", ["ball", "kite", "Bear"]],
    ["?q=be", ["Bear"]],
    ["?q=zoe&shelf=low", ["Bear"]],
    ["?q=", ["ball", "kite", "Bear"]],
    ["?order=price", ["ball", "Bear", "kite"]],
    ["?order=-price", ["kite", "Bear", "ball"]],
    ["?order=shelf,-price", ["kite", "Bear", "ball"]],
    ["?order=-maker", ["kite", "Bear", "ball"]],
    ["?order=cheap", ["ball"]],
    ["?order=nothing", ["ball", "kite", "Bear"]],
  ])("%s", async (query, expected) => {
    expect(await names(mock, query)).toEqual(expected);
  });
});

test("a list is narrowed by what another collection holds", async () => {
  const mock = createShopMock({ state: { toys, notes: [{ text: "broken: kite" }] } });
  expect(await names(mock, "?order=noted")).toEqual(["kite"]);
});

describe("a scope", () => {
  test("holds its own, and what was seeded without one; what is created in it belongs to it", async () => {
    const mock = createShopMock({
      state: {
        toys: [
          { name: "ours", team: 5 },
          { name: "theirs", team: 6 },
          { name: "mine", team: null },
          { name: "anyone's" },
        ],
      },
    });
    expect(await names(mock, "?team=5")).toEqual(["ours", "anyone's"]);
    expect(await names(mock, "?team=")).toEqual(["mine", "anyone's"]);
    expect(await names(mock)).toHaveLength(4);
    const { body } = await ask(mock, "/toys?team=6", { method: "POST", body: { name: "new" } });
    expect(body).toMatchObject({ toy: { team: 6 } });
    expect(await names(mock, "?team=6")).toEqual(["theirs", "anyone's", "new"]);
  });

  test("what is made up in it has it", async () => {
    const { body } = await ask(createShopMock(), "/toys?team=5");
    expect((body as { toys: readonly { team: unknown }[] }).toys.map(({ team }) => team)).toEqual([5, 5, 5]);
  });

  test("one that is refused is refused before anything is done", async () => {
    const mock = createShopMock({ state: { toys } });
    const refused = await ask(mock, "/toys?team=none", { method: "POST", body: {} });
    expect(refused).toMatchObject({ status: 403, body: { message: "There is no such team." } });
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "content-type": "application/problem+json",
      "x-status": "403",
    });
    expect(mock.requests("createToy")).toMatchObject([{ faults: [{ pointer: "/name" }] }]);
  });
});

describe("what is answered and not documented", () => {
  test("is routed, reaches the state, and is recorded as a request to no operation", async () => {
    const mock = createShopMock({ state: { toys } });
    const { status, headers } = await ask(mock, "/toys/1/ping?deep=1", { method: "HEAD" });
    expect([status, headers.get("x-toys")]).toEqual([204, "3"]);
    expect((await ask(mock, "/toys/1")).body).toMatchObject({ shelf: "high" });
    expect(mock.requests().map(({ operation }) => operation)).toEqual([undefined, "getToy"]);
    expect(mock.requests()[0]?.faults).toEqual([]);
    for (const method of ["GET", "PUT"]) {
      const { body } = await ask(mock, "/toys/1/ping", { method });
      expect(body).toEqual({ message: expect.not.stringContaining("ping (") });
    }
  });
});
