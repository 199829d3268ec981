import {
  createMock,
  headerCredential,
  type DeepPartial,
  type Mock,
  type MockData,
  type MockDefinition,
  type MockOptions,
  type MockSchema,
} from "@labelwire/core/msw";

/** A made-up platform for the tests of the mock engine. */
export interface Pet {
  readonly id: number;
  readonly name: string;
  readonly kind?: "cat" | "dog";
  readonly owner: string;
  readonly tags?: readonly string[];
  readonly chip?: { readonly code: string; readonly active: boolean };
}

export interface AcmeError {
  readonly error: string;
}

interface PetParams {
  readonly path: { readonly petId: number };
}

interface ListPetsQuery {
  readonly page?: number;
  readonly size?: number;
  readonly kind?: "cat" | "dog";
  readonly tag?: string;
}

export interface AcmeOperations {
  getPet: { params: PetParams; body: undefined; responses: { 200: Pet; 404: AcmeError } };
  deletePet: { params: PetParams; body: undefined; responses: { 204: undefined } };
  listPets: {
    params: { readonly path: { readonly owner: string }; readonly query?: ListPetsQuery };
    body: undefined;
    responses: { 200: { items: readonly Pet[]; total: number } };
  };
  createPet: { params: object; body: { readonly name: string }; responses: { 201: Pet; 400: AcmeError } };
  feedPet: { params: PetParams; body: undefined; responses: { 200: unknown } };
  findMine: { params: object; body: undefined; responses: { 200: { name: string } } };
  listEvents: {
    params: object;
    body: undefined;
    responses: { 200: { results: readonly object[]; next: string | null } };
  };
  listNotes: { params: object; body: undefined; responses: { 200: { notes: readonly object[] } } };
  searchPets: { params: object; body: object; responses: { 200: { pets: readonly { id: number; name: string }[] } } };
  listKinds: { params: object; body: undefined; responses: { 200: readonly string[] } };
  health: { params: object; body: undefined; responses: { 200: string } };
  photo: { params: object; body: undefined; responses: { 200: Blob } };
}

export interface AcmeSchemas {
  readonly Pet: Pet;
  readonly AcmeError: AcmeError;
}

export type AcmeState = DeepPartial<{
  readonly pets: readonly Pet[];
  readonly events: readonly { readonly uuid: string }[];
}>;

const ref = (name: string): MockSchema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: MockSchema): MockSchema => ({ type: "array", items });
const object = (properties: Readonly<Record<string, MockSchema>>): MockSchema => ({
  type: "object",
  required: Object.keys(properties),
  properties,
});
const json = "application/json";
const failure = [404, { mediaType: json, schema: ref("AcmeError") }] as const;
const petId = { name: "petId", in: "path", required: true, schema: { type: "integer" } } as const;
const integer = (name: string): MockData["operations"][number]["parameters"][number] => ({
  name,
  in: "query",
  schema: { type: "integer" },
});

export const acmeData: MockData = {
  schemas: {
    Pet: {
      type: "object",
      required: ["id", "name", "owner"],
      additionalProperties: false,
      properties: {
        id: { type: "integer", minimum: 1 },
        name: { type: "string", minLength: 1 },
        kind: { type: "string", enum: ["cat", "dog"] },
        owner: { type: "string" },
        tags: { type: "array", items: { type: "string" } },
        chip: object({ code: { type: "string" }, active: { type: "boolean" } }),
      },
    },
    Event: object({ uuid: { type: "string", format: "uuid" }, at: { type: "string", format: "date-time" } }),
    AcmeError: object({ error: { type: "string" } }),
  },
  samples: {},
  operations: [
    // The least specific first: the engine has to put them in order.
    {
      id: "getPet",
      method: "get",
      path: "/pets/{petId}",
      parameters: [petId],
      responses: [[200, { mediaType: json, schema: ref("Pet") }], failure],
    },
    { id: "deletePet", method: "delete", path: "/pets/{petId}", parameters: [petId], responses: [[204, {}]] },
    {
      id: "feedPet",
      method: "post",
      path: "/pets/{petId}:feed",
      parameters: [petId],
      responses: [[200, { mediaType: json }]],
    },
    {
      id: "findMine",
      method: "get",
      path: "/pets/mine",
      parameters: [],
      responses: [[200, { mediaType: json, schema: object({ name: { type: "string" } }) }]],
    },
    {
      id: "createPet",
      method: "post",
      path: "/pets",
      parameters: [],
      body: { required: true, mediaType: json, schema: object({ name: { type: "string" } }) },
      responses: [
        [201, { mediaType: json, schema: ref("Pet") }],
        [400, { mediaType: json, schema: ref("AcmeError") }],
      ],
    },
    {
      id: "listPets",
      method: "get",
      path: "/owners/{owner}/pets",
      parameters: [integer("page"), integer("size")],
      responses: [[200, { mediaType: json, schema: object({ items: list(ref("Pet")), total: { type: "integer" } }) }]],
      page: { style: "page-number", items: ["items"], page: "page", size: "size", defaultSize: 2, total: ["total"] },
    },
    {
      id: "listEvents",
      method: "get",
      path: "/events/",
      parameters: [],
      responses: [
        [
          200,
          {
            mediaType: json,
            schema: object({
              results: list(ref("Event")),
              count: { type: "integer" },
              revision: { type: "string", format: "uuid" },
              next: { type: "string", nullable: true },
            }),
          },
        ],
      ],
      page: {
        style: "next-link",
        items: ["results"],
        next: ["next"],
        page: "page",
        size: "page_size",
        total: ["count"],
      },
    },
    {
      id: "listNotes",
      method: "get",
      path: "/notes",
      parameters: [],
      responses: [
        [
          200,
          {
            mediaType: json,
            schema: {
              type: "object",
              required: ["notes"],
              properties: { notes: list(object({ text: { type: "string" } })), cursor: { type: "string" } },
            },
          },
        ],
      ],
      page: { style: "cursor", items: ["notes"], next: ["cursor"], cursor: "after", size: "limit", hasMore: ["more"] },
    },
    {
      id: "searchPets",
      method: "post",
      path: "/search",
      parameters: [],
      responses: [
        [
          200,
          {
            mediaType: json,
            schema: object({ pets: list(object({ id: { type: "integer" }, name: { type: "string" } })) }),
          },
        ],
      ],
      page: { style: "page-number", in: "body", items: ["pets"], page: "pageNo", size: "pageSize", firstPage: 0 },
    },
    {
      id: "listKinds",
      method: "get",
      path: "/kinds",
      parameters: [],
      responses: [[200, { mediaType: json, schema: list({ type: "string" }) }]],
      page: { style: "single-page", items: [] },
      anonymous: true,
    },
    {
      id: "health",
      method: "get",
      path: "/health",
      parameters: [],
      responses: [[200, { mediaType: "text/plain", schema: { type: "string" } }]],
    },
    {
      id: "photo",
      method: "get",
      path: "/photo",
      parameters: [],
      responses: [[200, { mediaType: "image/png", schema: { type: "string", format: "binary" } }]],
    },
  ],
  resources: [
    {
      name: "pets",
      schema: "Pet",
      key: "id",
      operations: [
        { id: "listPets", does: "list", filters: { owner: "owner", kind: "kind", tag: "tags" } },
        { id: "searchPets", does: "list", filters: { owner: "owner" } },
        { id: "getPet", does: "retrieve", parameter: "petId", item: [] },
        { id: "createPet", does: "create", item: [] },
        { id: "deletePet", does: "delete", parameter: "petId" },
      ],
    },
    { name: "events", schema: "Event", key: "uuid", operations: [{ id: "listEvents", does: "list" }] },
  ],
};

export const acme: MockDefinition<"files"> = {
  title: "Acme",
  servers: { main: "https://api.acme.test/v1", other: "https://other.acme.test/v1" },
  data: acmeData,
  auth: [
    headerCredential({ credential: "token", header: "authorization", prefix: "Bearer " }),
    headerCredential({ credential: "key", header: "x-acme-key" }),
  ],
  errorBody: (_status, error) => ({ error }),
  sites: { files: "https://files.acme.test" },
  behave: ({ items, refuse }) => ({
    operations: {
      feedPet: ({ params }) => (params.path["petId"] === 13 ? refuse(400, "It is not hungry.") : undefined),
    },
    sites: { files: (request) => Response.json({ pets: items("pets").length, method: request.method }) },
  }),
};

export type AcmeMock = Mock<AcmeOperations, AcmeSchemas>;

export function createAcmeMock(
  options: MockOptions<AcmeState, { readonly token?: string; readonly key?: string }, "files"> = {},
): AcmeMock {
  return createMock<
    AcmeOperations,
    AcmeSchemas,
    AcmeState,
    { readonly token?: string; readonly key?: string },
    "files"
  >(acme, options);
}

/** Asks a mock for a path as a client would, and reads the JSON. */
export async function ask(
  mock: AcmeMock,
  path: string,
  { headers = { authorization: "Bearer any" }, ...init }: RequestInit = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const url = path.startsWith("http") ? path : `https://api.acme.test/v1${path}`;
  const response = await mock.fetch(url, { headers, ...init });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
}
