import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { serializeBody, type SerializedBody } from "./serialize-body.ts";

class Box {
  readonly size: number = Number.NaN;
  readonly open = (): void => undefined;
}

describe("serializeBody as JSON", () => {
  test.each<[string, unknown, string]>([
    ["an object", { name: "Rex", tags: undefined }, '{"name":"Rex"}'],
    ["an array", [1, null], "[1,null]"],
    ["a text", "Rex", '"Rex"'],
    ["a number", 0, "0"],
    ["null", null, "null"],
    ["a date", { born: new Date(0) }, '{"born":"1970-01-01T00:00:00.000Z"}'],
  ])("writes %s", (_, body, expected) => {
    const result = serializeBody(body, "json", "addPet");
    expect(result).toEqual({ body: expected, contentType: "application/json" });
    expectTypeOf(result).toEqualTypeOf<SerializedBody>();
  });

  test.each<[string, unknown, string]>([
    ["a bigint", { pets: [{ id: 1n }] }, "body at /pets/0/id is what JSON cannot carry"],
    ["NaN", { box: [1, Number.NaN] }, "body at /box/1 is"],
    ["an infinity", Infinity, "body is what"],
    ["a name with a slash", { "a/b~c": 1n }, "body at /a~1b~0c is"],
    ["a function", () => 1, "body is what"],
    ["a function in an object", { name: (): string => "Rex" }, "body at /name is"],
    [
      "an async one, deep within",
      { pets: [{ tags: [{ name: async () => "Rex" }] }] },
      "body at /pets/0/tags/0/name is",
    ],
    ["a class", { pets: [Map] }, "body at /pets/0 is"],
    ["a symbol", { kind: Symbol("pet") }, "body at /kind is"],
    ["NaN in an instance of a class", { box: new Box() }, "body at /box/size is"],
    ["an object whose toJSON gives an infinity", { box: { toJSON: () => Infinity } }, "body at /box is"],
    ["a Blob", { pets: [{ photo: new Blob(["x"]) }] }, "body at /pets/0/photo is"],
    ["a File", { photo: new File(["x"], "rex.png") }, "body at /photo is"],
    ["an ArrayBuffer", { photo: new ArrayBuffer(8) }, "body at /photo is"],
    ["bytes", { photo: new Uint8Array([1, 2]) }, "body at /photo is"],
    ["no bytes", { photo: new Uint8Array() }, "body at /photo is"],
    ["numbers in an array of their own kind", { box: new Float64Array([0.5]) }, "body at /box is"],
    ["a view", { photo: new DataView(new ArrayBuffer(2)) }, "body at /photo is"],
    [
      "a Buffer, which has a JSON form of its own",
      { photo: Object.assign(new Uint8Array([1]), { toJSON: () => ({ type: "Buffer", data: [1] }) }) },
      "body at /photo is",
    ],
    ["a form", { form: new FormData() }, "body at /form is"],
    ["parameters", { query: new URLSearchParams("a=b") }, "body at /query is"],
    ["a Map", { tags: new Map([["a", 1]]) }, "body at /tags is"],
    ["a Set", { tags: new Set(["a"]) }, "body at /tags is"],
    ["a Map for the whole", new Map([["a", 1]]), "body is what"],
    ["a stream", [new ReadableStream()], "body at /0 is"],
    ["a promise", { name: Promise.resolve("Rex") }, "body at /name is"],
    ["an expression", { name: /Rex/ }, "body at /name is"],
    ["an error", { reason: new Error("x") }, "body at /reason is"],
    ["an invalid date", { born: new Date(Number.NaN) }, "body at /born is"],
  ])("refuses %s, naming the place", (_, body, message) => {
    expect(() => serializeBody(body, "json", "addPet")).toThrow(`addPet cannot be sent: ${message}`);
  });

  test("refuses an object within itself, and one nested beyond reason", () => {
    const owner: Record<string, unknown> = {};
    owner["pets"] = [{ owner }];
    expect(() => serializeBody(owner, "json", "addPet")).toThrow("body at /pets/0/owner is what JSON cannot carry");
    let deep: unknown = 1n;
    for (let depth = 0; depth < 5_000; depth++) deep = [deep];
    expect(() => serializeBody(deep, "json", "addPet")).toThrow(/^addPet cannot be sent: body at \/0\/0/);
  });

  test.each<[string, unknown, string]>([
    ["an empty object", { box: {}, tags: [{}] }, '{"box":{},"tags":[{}]}'],
    ["an empty object without a prototype", { box: Object.create(null) as object }, '{"box":{}}'],
    [
      "an instance without members",
      {
        box: new (class Box {
          readonly open = (): void => undefined;
        })(),
      },
      '{"box":{}}',
    ],
    ["an object with the members of a list", { "0": 1, "1": 2 }, '{"0":1,"1":2}'],
    ["text that looks lost", { note: 'null, {}, {"0":1}' }, '{"note":"null, {}, {\\"0\\":1}"}'],
    ["null and undefined", [null, undefined, { a: undefined, b: null }], '[null,null,{"b":null}]'],
    ["a function that says how its object is written", { box: { toJSON: () => "shut" } }, '{"box":"shut"}'],
    ["an object whose toJSON gives a number", { box: { toJSON: () => 7 } }, '{"box":7}'],
    ["a member called toJSON", { box: { toJSON: "shut" } }, '{"box":{"toJSON":"shut"}}'],
    ["objects around numbers and text", [Object(7), Object("{}"), Object(true)], '[7,"{}",true]'],
    ["a function under a symbol", { [Symbol("walk")]: () => 1, box: {} }, '{"box":{}}'],
    ["a date beside what is empty", { born: new Date(0), box: {} }, '{"born":"1970-01-01T00:00:00.000Z","box":{}}'],
  ])("leaves %s alone", (_, body, expected) => {
    expect(serializeBody(body, "json", "addPet").body).toBe(expected);
  });

  test("leaves whatever JSON can hold alone", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(serializeBody(body, "json", "addPet").body).toBe(JSON.stringify(body));
      }),
    );
  });

  test("an object named twice is not one within itself", () => {
    const tag = { name: null };
    expect(serializeBody({ a: tag, b: tag }, "json", "addPet").body).toBe('{"a":{"name":null},"b":{"name":null}}');
  });
});

describe("serializeBody of what is encoded already", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  test.each<[string, BodyInit, string | undefined]>([
    ["bytes", bytes, "application/zip"],
    ["a text", "PK", "application/zip"],
    ["a stream", new ReadableStream(), "application/zip"],
    ["a Blob without a type", new Blob(["x"]), "application/zip"],
    ["a Blob with a type", new Blob(["x"], { type: "application/x-tar" }), "application/x-tar"],
    ["a form", new FormData(), undefined],
  ])("sends %s with the media type of the operation, unless it has one", (_, body, contentType) => {
    expect(serializeBody(body, "application/zip", "addArchive")).toEqual({ body, contentType });
  });

  test.each<[string, unknown]>([
    ["an object", { a: 1 }],
    ["an array", ["PK"]],
    ["a number", 7],
    ["null", null],
    ["a promise", Promise.resolve("PK")],
  ])("refuses %s where the operation takes bytes, and sends no JSON in their place", (_, body) => {
    const send = (): unknown => serializeBody(body, "application/zip", "addArchive");
    expect(send).toThrow(expect.objectContaining({ name: "ConfigError", option: "body" }));
    expect(send).toThrow("must be text, bytes, a Blob or a stream: it is sent as application/zip.");
  });

  test.each<[string, BodyInit, string | undefined]>([
    ["a form", new FormData(), undefined],
    ["parameters", new URLSearchParams("a=b"), undefined],
    ["a Blob with a type", new Blob(["x"], { type: "image/png" }), "image/png"],
    ["a Blob without", new Blob(["x"]), "application/octet-stream"],
    ["an ArrayBuffer", bytes.buffer, "application/octet-stream"],
    ["a view", bytes, "application/octet-stream"],
    ["a stream", new ReadableStream(), "application/octet-stream"],
  ])("leaves %s as it is, whatever the kind", (_, body, contentType) => {
    for (const kind of ["json", "multipart", "form"] as const) {
      const result = serializeBody(body, kind, "addPhoto");
      expect(result.body).toBe(body);
      expect(result.contentType).toBe(contentType);
    }
  });
});

describe("serializeBody as a form", () => {
  test("writes URL-encoded parameters", async () => {
    const { body, contentType } = serializeBody({ name: "a b&c", tag: ["x", "y"], none: undefined }, "form", "addPet");
    const request = new Request("https://pets.example", { method: "POST", body });
    expect(contentType).toBeUndefined();
    expect(request.headers.get("content-type")).toMatch(/^application\/x-www-form-urlencoded/);
    expect([...new URLSearchParams(await request.text())]).toEqual([
      ["name", "a b&c"],
      ["tag", "x"],
      ["tag", "y"],
    ]);
  });

  test("writes a multipart form that a server reads back", async () => {
    const file = new File(["meow"], 'cat "1".txt', { type: "text/plain" });
    const { body, contentType } = serializeBody(
      {
        file,
        blob: new Blob(["woof"]),
        bytes: new Uint8Array([104, 105]),
        tags: ["a", "b"],
        box: { x: 1, y: [2] },
        when: new Date(0),
        count: 0,
        on: false,
        none: undefined,
        nothing: null,
      },
      "multipart",
      "addPhoto",
    );
    expect(contentType).toBeUndefined();
    const form = await new Request("https://pets.example", { method: "POST", body }).formData();
    expect([...form.keys()]).toEqual(["file", "blob", "bytes", "tags", "tags", "box", "when", "count", "on"]);
    const files = [form.get("file"), form.get("bytes")].map((value) =>
      // Chromium reads a name without taking back what it has escaped.
      value instanceof File ? { name: decodeURIComponent(value.name), type: value.type, size: value.size } : value,
    );
    expect(files[0]).toEqual({ name: 'cat "1".txt', type: "text/plain", size: 4 });
    expect(files[1]).toMatchObject({ size: 2 });
    expect(form.getAll("tags")).toEqual(["a", "b"]);
    expect(form.get("box")).toBe('{"x":1,"y":[2]}');
    expect(form.get("when")).toBe("1970-01-01T00:00:00.000Z");
    expect([form.get("count"), form.get("on")]).toEqual(["0", "false"]);
  });

  test.each<[string, unknown]>([
    ["text", "name=Rex"],
    ["a list", ["Rex"]],
    ["null", null],
    ["a Map", new Map([["name", "Rex"]])],
  ])("refuses %s, which would be sent as an empty form", (_, body) => {
    for (const kind of ["form", "multipart"] as const) {
      const send = (): unknown => serializeBody(body, kind, "addPet");
      expect(send).toThrow(expect.objectContaining({ name: "ConfigError", option: "body" }));
      expect(send).toThrow(`must be a plain object, FormData or URLSearchParams: it is sent as ${kind}.`);
    }
  });

  test.each<[string, unknown]>([
    ["a file", new Blob(["x"])],
    ["a Map", new Map()],
    ["NaN", Number.NaN],
  ])("refuses %s in a URL-encoded form, naming the field", (_, box) => {
    const send = (): unknown => serializeBody({ pet: { box } }, "form", "addPet");
    expect(send).toThrow(expect.objectContaining({ name: "ConfigError", option: "body.pet[box]" }));
  });

  test.each<[string, unknown, string]>([
    ["NaN", Number.NaN, "body.box is what JSON cannot carry"],
    ["a stream", new ReadableStream(), "body.box is what JSON cannot carry"],
    ["a file within an object", { file: new Blob(["x"]) }, "body.box at /file is what JSON cannot carry"],
    ["NaN within an object", { x: Number.NaN }, "body.box at /x is"],
    ["a function", () => 1, "body.box is what"],
  ])("refuses %s, naming the field", (_, box, message) => {
    expect(() => serializeBody({ box }, "multipart", "addPhoto")).toThrow(`addPhoto cannot be sent: ${message}`);
  });
});
