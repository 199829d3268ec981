import { describe, expect, test } from "vitest";
import { sampleRequest } from "@labelwire/core/msw";
import { ask, createShopMock, shopData } from "./shop-mock.ts";

describe("a request that breaks the specification", () => {
  test.each([
    ["GET", "/toys?page=x", undefined, 400, "listToys: query/page must be an integer."],
    [
      "GET",
      "/toys?shelf=attic&page=1.5",
      undefined,
      400,
      'query/page must be an integer; query/shelf must be one of "low", "high".',
    ],
    ["GET", "/toys/seven", undefined, 404, "getToy: path/id must be an integer."],
    ["POST", "/toys", undefined, 400, "createToy: body must be present."],
    ["POST", "/toys", { price: "cheap" }, 400, "body/name must be present; body/price must be a number."],
    ["POST", "/toys", { name: "x", maker: {} }, 400, "body/maker/name must be present."],
    ["POST", "/toys", [], 400, "createToy: body must be an object."],
    ["PATCH", "/toys/1", "name=x", 415, "updateToy: header/content-type must be sent as application/json."],
    ["POST", "/photos", undefined, 400, "addPhoto: query/size must be present."],
  ])("%s %s %j is refused in the platform's shape", async (method, path, body, status, message) => {
    const refused = await ask(createShopMock(), path, { method, body });
    expect(refused).toMatchObject({ status, body: { message: expect.stringContaining(message) } });
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
  });

  test("is recorded with place, pointer and reason, and changes nothing", async () => {
    const mock = createShopMock({ state: { toys: [] } });
    await ask(mock, "/toys", { method: "POST", body: { name: "" }, headers: { "x-key": "k", "x-reason": "why" } });
    expect(mock.requests("createToy")[0]?.faults).toEqual([
      { place: "header", pointer: "/x-reason", reason: "invalid", message: "must be an integer" },
      { place: "body", pointer: "/name", reason: "invalid", message: "must have at least 1 characters" },
    ]);
    expect((await ask(mock, "/toys")).body).toMatchObject({ total: 0 });
  });

  test("JSON that cannot be read is no object", async () => {
    const mock = createShopMock();
    const headers = { "x-key": "k", "content-type": "application/json" };
    expect((await ask(mock, "/toys", { method: "POST", body: "{name", headers })).status).toBe(400);
  });

  test("a parameter that is not there is reported, and not refused, because servers take no notice", async () => {
    const mock = createShopMock();
    expect((await ask(mock, "/toys?nmae=x&team=1")).status).toBe(200);
    expect(mock.requests("listToys")[0]?.faults).toEqual([
      { place: "query", pointer: "/nmae", reason: "unknown", message: "is no parameter of this operation" },
    ]);
  });

  test("with strict: false it is answered all the same, and recorded", async () => {
    const mock = createShopMock({ strict: false });
    expect((await ask(mock, "/toys?page=x")).status).toBe(200);
    expect(mock.requests("listToys")[0]?.faults).toHaveLength(1);
  });

  test("with strict: false what cannot be is not there, and nothing belongs to it", async () => {
    const mock = createShopMock({ strict: false });
    expect((await ask(mock, "/toys/seven")).status).toBe(404);
    expect((await ask(mock, "/toys")).status).toBe(200);
  });

  test("a test's own answer comes before, and the credential too", async () => {
    const mock = createShopMock();
    expect((await ask(mock, "/toys?page=x", { headers: {} })).status).toBe(401);
    mock.on("listToys", ({ respond }) => respond(200, { total: 7 }));
    expect((await ask(mock, "/toys?page=x")).body).toMatchObject({ total: 7 });
  });

  test("a right one has no faults", async () => {
    const mock = createShopMock();
    await ask(mock, "/toys?page=1&shelf=low&maker=x&q=y&order=z");
    expect(mock.requests("listToys")[0]?.faults).toEqual([]);
  });
});

describe("forms", () => {
  test("their fields are what the specification says they are", async () => {
    const mock = createShopMock();
    const form = new FormData();
    for (const [name, value] of Object.entries({ title: "t", wide: "true", place: '{"x":1}' })) form.set(name, value);
    form.append("tags", "1");
    form.set("file", new File(["data"], "a.txt"));
    expect((await ask(mock, "/photos?size=1", { method: "POST", body: form })).status).toBe(200);
    const [sent] = mock.requests("addPhoto");
    expect(sent).toMatchObject({ body: { title: "t", wide: true, tags: [1], place: { x: 1 } }, faults: [] });
  });

  test("and are checked", async () => {
    const mock = createShopMock();
    const headers = { "x-key": "k", "content-type": "application/x-www-form-urlencoded" };
    const body = "wide=perhaps&tags=1&tags=x&place=%7B%7D";
    const { body: refused } = await ask(mock, "/photos?size=1", { method: "POST", body, headers });
    const { message } = refused as { message: string };
    expect(message).toContain("body/title must be present; body/wide must be a boolean;");
    expect(message).toContain("body/tags/1 must be an integer; body/place/x must be present.");
  });
});

describe("credentials of several kinds", () => {
  const basic = (pair: string): { authorization: string } => ({ authorization: `Basic ${btoa(pair)}` });
  const status = async (options: object, headers: HeadersInit): Promise<number> =>
    (await ask(createShopMock(options), "/toys", { headers })).status;

  test("any well-formed one is accepted", async () => {
    expect(await status({}, basic("ann:pass:word"))).toBe(200);
    expect(await status({}, { "x-key": "k" })).toBe(200);
    expect(await status({}, basic("ann"))).toBe(401);
    expect(await status({}, { authorization: "Basic %%%" })).toBe(401);
  });

  test("the one that was given is, and no other, of no other kind", async () => {
    const auth = { username: "ann", password: "secret" };
    expect(await status({ auth }, basic("ann:secret"))).toBe(200);
    expect(await status({ auth }, basic("ann:wrong"))).toBe(401);
    expect(await status({ auth }, { "x-key": "k" })).toBe(401);
    expect(await status({ auth: { key: "k" } }, basic("ann:secret"))).toBe(401);
  });
});

describe("a sample request", () => {
  test.each(shopData.operations.map(({ id }) => id))("of %s is one that the mock takes", async (id) => {
    for (const seed of [1, 2, "three"]) {
      const mock = createShopMock();
      const options = { baseUrl: "https://shop.test/api", headers: { "x-key": "k" }, seed };
      const response = await mock.fetch(sampleRequest(shopData, id, options));
      expect([response.ok, mock.requests()]).toEqual([true, [expect.objectContaining({ operation: id, faults: [] })]]);
    }
  });

  test("sends a given value wherever it is one, and is for operations that there are", () => {
    const options = { baseUrl: "https://shop.test/api", parameters: { shelf: "low", id: "7", page: "x" } };
    expect(sampleRequest(shopData, "listToys", options).url).toBe("https://shop.test/api/toys?shelf=low");
    expect(sampleRequest(shopData, "getToy", options).url).toBe("https://shop.test/api/toys/7");
    expect(() => sampleRequest(shopData, "getToys", options)).toThrow('There is no operation "getToys".');
  });
});
