import { describe, expect, test } from "vitest";
import { compileSources } from "./compile-sources.ts";
import { generateDocument } from "./generate-document.ts";

type Content = Readonly<Record<string, { readonly schema?: object }>>;
type Responses = Readonly<Record<string, Content | undefined>>;

/** The files of a document whose one operation is this. */
function generate(responses: Responses, more: object = {}): Promise<ReadonlyMap<string, string>> {
  const described = Object.entries(responses).map(([status, content]) => [
    status,
    { description: "", ...(content && { content }) },
  ]);
  const object = (name: string) => ({ type: "object", properties: { [name]: { type: "string" } } });
  return generateDocument({
    openapi: "3.0.3",
    info: { title: "t", version: "1" },
    paths: { "/a": { post: { operationId: "act", responses: Object.fromEntries(described) as object, ...more } } },
    components: { schemas: { A: object("a"), Record: object("b") } },
  });
}

/** The exports of `operations.ts`, on one line. */
function declarationIn(files: ReadonlyMap<string, string>): string {
  const source = files.get("operations.ts") ?? "";
  return source.slice(source.indexOf("\nexport ")).replace(/\s+/g, " ").replaceAll("( ", "(").replaceAll(", )", ")");
}

const schema = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } });
const json = (name: string) => ({ "application/json": schema(name) });
const zip = { "application/zip": { schema: { type: "string", format: "binary" } } };

const answers: [name: string, responses: Responses, expected: string][] = [
  [
    "a component",
    { 200: json("A"), 400: json("Record") },
    'CallOptions, A> = /* @__PURE__ */ operation("act", "post", "/a", "json");',
  ],
  ["of two successes", { 202: undefined, 200: json("A") }, "export type ActResponse = A | undefined;"],
  [
    "of two successes, one of them empty",
    { 202: undefined, 200: json("A") },
    'ActResponse> = /* @__PURE__ */ operation("act", "post", "/a", "json", { mayBeEmpty: true });',
  ],
  [
    "of two successes, one of a status that never has a body",
    { 204: undefined, 200: json("A") },
    'ActResponse> = /* @__PURE__ */ operation("act", "post", "/a", "json");',
  ],
  ["not described", { 200: { "application/json": {} } }, "CallOptions, unknown>"],
  ["empty", { 204: undefined }, 'CallOptions, undefined> = /* @__PURE__ */ operation("act", "post", "/a", "none");'],
  ["bytes", { 200: zip }, 'CallOptions, Blob> = /* @__PURE__ */ operation("act", "post", "/a", "blob");'],
  ["bytes, or JSON with another status", { 200: zip, 202: json("A") }, "CallOptions, Blob>"],
  ["text", { 200: { "text/csv": { schema: { type: "string" } } } }, "CallOptions, string>"],
  [
    "JSON rather than others",
    { 200: { "text/html": {}, "application/vnd.acme+json; version=2": schema("A") } },
    "CallOptions, A>",
  ],
  ["only by default", { default: json("A") }, "CallOptions, A>"],
  ["any success", { "2XX": json("A") }, "CallOptions, A>"],
  ["a component with a name that TypeScript uses", { 200: json("Record") }, "CallOptions, Record>"],
  ["a failure alone", { 404: json("A") }, "CallOptions, unknown>"],
];

const bodies: [name: string, content: Content, expected: string][] = [
  [
    "JSON rather than a form, and optional unless required",
    { "application/x-www-form-urlencoded": {}, ...json("A") },
    "body?: A;",
  ],
  ["a form", { "application/x-www-form-urlencoded": schema("A") }, "body?: A | URLSearchParams;"],
  ["multipart", { "multipart/form-data": schema("A") }, "body?: A | FormData;"],
  ["JSON or multipart", { "multipart/form-data": schema("A"), ...json("A") }, "body?: A | FormData;"],
  [
    "bytes",
    { "application/zip": zip["application/zip"] },
    "body?: Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string;",
  ],
  ["bytes of a media type", { "application/zip; version=2": {} }, '"/a", "none", { request: "application/zip" });'],
  ["bytes of any kind", { "application/octet-stream": {} }, '"/a", "none");'],
];

describe("the types of one operation", () => {
  test.each(answers)("an answer: %s", async (_, responses, expected) => {
    expect(declarationIn(await generate(responses))).toContain(expected);
  });

  test.each(bodies)("a body: %s", async (_, content, expected) => {
    expect(declarationIn(await generate({ 204: undefined }, { requestBody: { content } }))).toContain(expected);
  });

  test("all of them compile", { timeout: 60_000 }, async () => {
    const all = await Promise.all([
      ...answers.map(([, responses]) => generate(responses)),
      ...bodies.map(([, content]) => generate({ 204: undefined }, { requestBody: { content } })),
    ]);
    const sources = all.flatMap((files, index) =>
      [...files].map(([name, text]) => [`${index}/${name}`, text] as const),
    );
    expect(compileSources(new Map(sources))).toEqual([]);
  });
});

describe("the answers of the mock", () => {
  test("begin with the lowest success that has a body", async () => {
    const files = await generate({ 400: json("A"), 200: undefined, 202: json("A") });
    const statuses = [...(files.get("mock.ts") ?? "").matchAll(/\[(200|202|400),/g)].map(([, status]) => status);
    expect(statuses).toEqual(["202", "200", "400"]);
  });
});

describe("OpenAPI 3.1", () => {
  test("says the same things in other words", { timeout: 60_000 }, async () => {
    const properties = {
      id: { type: "integer", exclusiveMinimum: 0 },
      name: { type: ["string", "null"], examples: ["Tom"] },
      type: { const: "pet" },
      kind: { type: "string", enum: ["cat", "dog"] },
      any: true,
    };
    const list = { type: ["array", "null"], items: { $ref: "#/components/schemas/Pet" } };
    const responses = { "200": { description: "", content: { "application/json": { schema: list } } } };
    const document = {
      openapi: "3.1.0",
      info: { title: "t", version: "1" },
      webhooks: { changed: { post: { responses: { "200": { description: "" } } } } },
      paths: { "/a": { get: { operationId: "list", responses } } },
      components: { schemas: { Pet: { type: "object", required: ["id"], properties } } },
    };
    const pagination = [{ style: "single-page", operations: ["list"], items: "" }];
    const files = await generateDocument(document, { platform: "pets", pagination });
    expect(compileSources(files)).toEqual([]);
    expect(files.get("operations.ts")).toContain('OptionalPagedOperation<"pets", CallOptions, ListResponse, Pet>');
    const types = (files.get("schema.ts") ?? "").replace(/\s+/g, " ");
    expect(types).toContain("name?: string | null;");
    expect(types).toContain('kind?: "cat" | "dog" | (string & {});');
    expect(files.get("mock.ts")).toContain('{ id: 1, name: "Tom", type: "pet", kind: "cat"');
    expect(files.get("mock.ts")).toContain("exclusiveMinimum: true, minimum: 0");
  });
});

describe("x-known-values", () => {
  test("are completed, and others are taken", async () => {
    const order = { type: "string", pattern: "^-?(a|b)(,-?(a|b))*$", "x-known-values": ["a", "-a", 'b"', 7] };
    const files = await generate({ 204: undefined }, { parameters: [{ name: "order", in: "query", schema: order }] });
    const types = (files.get("schema.ts") ?? "").replace(/\s+/g, " ");
    expect(types).toContain(`order?: "a" | "-a" | "b\\"" | (string & {});`);
    expect(compileSources(files)).toEqual([]);
  });
});

describe("x-business-error-codes", () => {
  test.each<[string, object, string]>([
    [
      "numbers first, in their order",
      { E1: "late", 5710: "no room", 400: "bad name" },
      "`400` (bad name), `5710` (no room), `E1` (late)",
    ],
    ["without a meaning", { 400: "", 401: null, 402: 7 }, "`400`, `401`, `402`"],
    ["on one line, as text", { "4`0": "no\n room @internal */" }, "`4'0` (no room \\@ internal *\\/)"],
  ])("%s, are told with the function", async (_, codes, expected) => {
    const files = await generate({ 200: json("A") }, { summary: "Acts.", "x-business-error-codes": codes });
    expect(files.get("operations.ts")).toContain(
      `/**\n * Acts.\n *\n * Error codes: ${expected}.\n *\n * \`POST /a\`\n */`,
    );
    expect(compileSources(files)).toEqual([]);
  });

  test.each([{}, [], "400", null])("%j lists none", async (codes) => {
    const files = await generate({ 200: json("A") }, { summary: "Acts.", "x-business-error-codes": codes });
    expect(files.get("operations.ts")).not.toContain("Error codes");
  });
});

describe("x-idempotent", () => {
  test.each([true, false])("as %s is what both call styles carry", async (idempotent) => {
    const files = await generate({ 200: json("A") }, { "x-idempotent": idempotent });
    expect(declarationIn(files)).toMatch(new RegExp(`"json", \\{ idempotent: ${String(idempotent)},? \\}`));
    expect(files.get("path-traits.ts")).toContain(`"post /a": { idempotent: ${String(idempotent)} }`);
  });
  test("left out leaves it to the method", async () => {
    expect(declarationIn(await generate({ 200: json("A") }))).not.toContain("idempotent");
  });
});
