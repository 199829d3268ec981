import { describe, expect, expectTypeOf, test } from "vitest";
import { serializeBody, type SerializedBody } from "./serialize-body.ts";

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

  test("an object named twice is not one within itself", () => {
    const tag = { name: null };
    expect(serializeBody({ a: tag, b: tag }, "json", "addPet").body).toBe('{"a":{"name":null},"b":{"name":null}}');
  });
});

describe("serializeBody of what is encoded already", () => {
  const bytes = new Uint8Array([1, 2, 3]);
  test.each<[string, BodyInit, string | null]>([
    ["bytes", bytes, "application/zip"],
    ["a text", "PK", "application/zip"],
    ["a stream", new ReadableStream(), "application/zip"],
    ["a Blob without a type", new Blob(["x"]), "application/zip"],
    ["a Blob with a type", new Blob(["x"], { type: "application/x-tar" }), null],
    ["a form", new FormData(), null],
  ])("sends %s with the media type of the operation, unless it has one", (_, body, contentType) => {
    expect(serializeBody(body, "application/zip", "addArchive")).toEqual({ body, contentType });
  });

  test("an object is JSON where the operation takes bytes", () => {
    const sent = serializeBody({ a: 1 }, "application/zip", "addArchive");
    expect(sent).toEqual({ body: '{"a":1}', contentType: "application/json" });
  });

  test.each<[string, BodyInit, string | null]>([
    ["a form", new FormData(), null],
    ["parameters", new URLSearchParams("a=b"), null],
    ["a Blob with a type", new Blob(["x"], { type: "image/png" }), null],
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
    expect(contentType).toBeNull();
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
    expect(contentType).toBeNull();
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

  test.each<[string, unknown, string]>([
    ["NaN", Number.NaN, "body.box is what JSON cannot carry"],
    ["NaN within an object", { x: Number.NaN }, "body.box at /x is"],
    ["a function", () => 1, "body.box is what"],
  ])("refuses %s, naming the field", (_, box, message) => {
    expect(() => serializeBody({ box }, "multipart", "addPhoto")).toThrow(`addPhoto cannot be sent: ${message}`);
  });
});
