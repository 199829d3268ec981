import {
  basicCredential,
  createMock,
  headerCredential,
  type Mock,
  type MockData,
  type MockDefinition,
  type MockOptions,
  type MockSchema,
} from "@labelwire/core/msw";

/** A made-up platform for the tests of what a mock holds and refuses. */
interface Toy {
  readonly id: number;
  readonly name: string;
  readonly price: number;
  readonly shelf: string;
  readonly maker: { readonly name: string };
  readonly link: string;
  readonly team: number | null;
}

interface ToyBody {
  readonly name: string;
  readonly price?: number;
  readonly shelf?: string;
  readonly maker?: { readonly name: string };
}

interface ShopOperations {
  listToys: { params: object; body: undefined; responses: { 200: { toys: readonly Toy[]; total: number } } };
  createToy: { params: object; body: ToyBody; responses: { 201: { toy: Toy } } };
  getToy: { params: { path: { id: number } }; body: undefined; responses: { 200: Toy } };
  updateToy: { params: { path: { id: number } }; body: Partial<ToyBody>; responses: { 200: Toy } };
  deleteToy: { params: { path: { id: number } }; body: undefined; responses: { 204: undefined } };
  addPhoto: { params: object; body: { readonly title: string }; responses: { 200: { size: number } } };
  listNotes: { params: object; body: undefined; responses: { 200: readonly { key: string }[] } };
  createNote: { params: object; body: { text: string }; responses: { 201: { key: string; text: string } } };
}

const ref = (name: string): MockSchema => ({ $ref: `#/components/schemas/${name}` });
const text: MockSchema = { type: "string", minLength: 1 };
const json = "application/json";
const id = { name: "id", in: "path", required: true, schema: { type: "integer" } } as const;
const query = (name: string, schema: MockSchema): MockData["operations"][number]["parameters"][number] => ({
  name,
  in: "query",
  schema,
});
const toyBody: MockSchema = {
  type: "object",
  required: ["name"],
  properties: { name: text, price: { type: "number" }, shelf: text, maker: ref("Maker"), secret: text },
};

export const shopData: MockData = {
  schemas: {
    Maker: { type: "object", required: ["name"], properties: { name: text } },
    Toy: {
      type: "object",
      required: ["id", "name", "price", "shelf", "maker", "link", "team"],
      properties: {
        id: { type: "integer", minimum: 1 },
        name: text,
        price: { type: "number" },
        shelf: { type: "string", enum: ["low", "high"] },
        maker: ref("Maker"),
        link: { type: "string", format: "uri" },
        team: { type: "integer", nullable: true },
        secret: { type: "string", writeOnly: true },
      },
    },
    Note: { type: "object", required: ["key", "text"], properties: { key: text, text } },
  },
  samples: {},
  operations: [
    {
      id: "listToys",
      method: "get",
      path: "/toys",
      parameters: [
        query("page", { type: "integer" }),
        query("shelf", { type: "string", enum: ["low", "high"] }),
        query("maker", { type: "string" }),
        query("q", { type: "string" }),
        query("order", { type: "string" }),
      ],
      responses: [
        [
          200,
          {
            mediaType: json,
            schema: {
              type: "object",
              required: ["toys", "total"],
              properties: { toys: { type: "array", items: ref("Toy") }, total: { type: "integer" } },
            },
          },
        ],
      ],
      page: { style: "page-number", items: ["toys"], page: "page", total: ["total"] },
    },
    {
      id: "createToy",
      method: "post",
      path: "/toys",
      parameters: [{ name: "x-reason", in: "header", schema: { type: "integer" } }],
      body: { required: true, mediaType: json, schema: toyBody },
      responses: [
        [201, { mediaType: json, schema: { type: "object", required: ["toy"], properties: { toy: ref("Toy") } } }],
      ],
    },
    {
      id: "getToy",
      method: "get",
      path: "/toys/{id}",
      parameters: [id],
      responses: [[200, { mediaType: json, schema: ref("Toy") }]],
    },
    {
      id: "updateToy",
      method: "patch",
      path: "/toys/{id}",
      parameters: [id],
      body: { mediaType: json, schema: { ...toyBody, required: [] } },
      responses: [[200, { mediaType: json, schema: ref("Toy") }]],
    },
    { id: "deleteToy", method: "delete", path: "/toys/{id}", parameters: [id], responses: [[204, {}]] },
    {
      id: "addPhoto",
      method: "post",
      path: "/photos",
      parameters: [{ ...query("size", { type: "integer", minimum: 1 }), required: true }],
      body: {
        mediaType: "multipart/form-data",
        otherMediaTypes: ["application/x-www-form-urlencoded"],
        schema: {
          type: "object",
          required: ["title"],
          properties: {
            title: text,
            wide: { type: "boolean" },
            tags: { type: "array", items: { type: "integer" } },
            place: { type: "object", required: ["x"], properties: { x: { type: "integer" } } },
            file: { type: "string", format: "binary" },
          },
        },
      },
      responses: [
        [
          200,
          {
            mediaType: json,
            schema: { type: "object", required: ["size"], properties: { size: { type: "integer" } } },
          },
        ],
      ],
    },
    {
      id: "listNotes",
      method: "get",
      path: "/notes",
      parameters: [],
      responses: [[200, { mediaType: json, schema: { type: "array", items: ref("Note") } }]],
      page: { style: "single-page", items: [] },
    },
    {
      id: "createNote",
      method: "post",
      path: "/notes",
      parameters: [],
      body: { mediaType: json, schema: { type: "object", properties: { text } } },
      responses: [[201, { mediaType: json, schema: ref("Note") }]],
    },
  ],
  resources: [
    {
      name: "toys",
      schema: "Toy",
      key: "id",
      operations: [
        {
          id: "listToys",
          does: "list",
          filters: { shelf: "shelf", maker: "maker.name" },
          search: { parameter: "q", fields: ["name", "maker.name"] },
          sort: { parameter: "order", fields: { maker: "maker.name" } },
        },
        { id: "createToy", does: "create", item: ["toy"] },
        { id: "getToy", does: "retrieve", parameter: "id", item: [] },
        { id: "updateToy", does: "update", parameter: "id", item: [] },
        { id: "deleteToy", does: "delete", parameter: "id" },
      ],
    },
    {
      name: "notes",
      schema: "Note",
      key: "key",
      operations: [
        { id: "listNotes", does: "list" },
        { id: "createNote", does: "create", item: [] },
      ],
    },
  ],
};

export const shop: MockDefinition = {
  title: "Shop",
  servers: { main: "https://shop.test/api" },
  data: shopData,
  hidden: [{ id: "ping", method: "head", path: "/toys/{id}/ping", parameters: [id], responses: [] }],
  auth: [headerCredential({ credential: "key", header: "x-key" }), basicCredential()],
  everywhere: ["team"],
  errorBody: (_status, message) => ({ message }),
  errorHeaders: (status) => ({ "content-type": "application/problem+json", "x-status": String(status) }),
  derive: { toys: ({ id: key }, { baseUrl }) => ({ link: `${baseUrl}/toys/${String(key)}` }) },
  values: ({ name }) => (name === "team" ? null : undefined),
  select: ({ url }, items) => {
    const least = url.searchParams.get("order") === "cheap" ? 5 : undefined;
    return least === undefined ? undefined : items.filter(({ price }) => Number(price) < least);
  },
  behave: ({ create, update, items, refuse }) => ({
    guard: ({ url }) => (url.searchParams.get("team") === "none" ? refuse(403, "There is no such team.") : undefined),
    scope: ({ url }) => {
      const team = url.searchParams.get("team");
      return team === null ? {} : { team: team === "" ? null : Number(team) };
    },
    select: ({ operation, url }, found) => {
      if (operation.id !== "listToys" || url.searchParams.get("order") !== "noted") return undefined;
      const notes = items("notes");
      return found.filter(({ name }) => notes.some(({ text: note }) => String(note).endsWith(` ${String(name)}`)));
    },
    writes: { toys: ({ sent, before }) => (before ? sent : { price: 1, ...sent }) },
    changed: ({ resource, does, item }) => {
      if (resource === "toys") create("notes", { text: `${does} ${String(item["name"])}` });
    },
    operations: {
      ping: ({ params }) => {
        update("toys", params.path["id"], { shelf: "high" });
        return new Response(null, { status: 204, headers: { "x-toys": String(items("toys").length) } });
      },
    },
  }),
};

export type ShopMock = Mock<ShopOperations, Readonly<Record<string, unknown>>>;

export function createShopMock(
  options: MockOptions<object, { key?: string; username?: string; password?: string }> = {},
): ShopMock {
  return createMock<ShopOperations, Readonly<Record<string, unknown>>>(shop, options);
}

/** Asks a mock for a path as a client would, and reads the JSON. */
export async function ask(
  mock: ShopMock,
  path: string,
  { method = "GET", body, headers = { "x-key": "k" } }: { method?: string; body?: unknown; headers?: HeadersInit } = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const sent = new Headers(headers);
  const isPlain = body !== undefined && !(body instanceof FormData) && typeof body !== "string";
  if (isPlain) sent.set("content-type", "application/json");
  const response = await mock.fetch(`https://shop.test/api${path}`, {
    method,
    headers: sent,
    ...(body !== undefined && { body: isPlain ? JSON.stringify(body) : body }),
  });
  const answered = await response.text();
  return {
    status: response.status,
    body: answered === "" ? undefined : JSON.parse(answered),
    headers: response.headers,
  };
}
