import {
  bearerAuth,
  clientScope,
  createClient,
  headerScope,
  operation,
  queryScope,
  type CallOptions,
  type Client,
  type ClientOptions,
  type Operation,
  type OptionalOperation,
  type PlatformDefinition,
} from "@labelwire/core";

/** A made-up platform: pets, in a header-scoped organization and a query-scoped zone. */
export interface Pet {
  id: number;
  name: string;
}

export interface AcmePaths {
  "/pets": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { tag?: string[]; page?: number }; header?: never; path?: never; cookie?: never };
      responses: { 200: { headers: Record<string, unknown>; content: { "application/json": Pet[] } } };
    };
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { "application/json": { name: string } } };
      responses: { 201: { headers: Record<string, unknown>; content: { "application/json": Pet } } };
    };
  };
  "/pets/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      responses: { 200: { headers: Record<string, unknown>; content: { "application/json": Pet } } };
    };
    delete: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      responses: { 204: { headers: Record<string, unknown>; content?: never } };
    };
  };
  "/pets/{id}/photo": {
    get: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      responses: { 200: { headers: Record<string, unknown>; content: { "image/png": Blob } } };
    };
    put: {
      parameters: { query?: never; header?: never; path: { id: number }; cookie?: never };
      requestBody: { content: { "multipart/form-data": { file: Blob; title?: string } } };
      responses: { 200: { headers: Record<string, unknown>; content: { "application/json": unknown } } };
    };
  };
  "/pets/search": {
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: { content: { "application/json": { text: string } } };
      responses: { 200: { headers: Record<string, unknown>; content: { "application/json": Pet[] } } };
    };
  };
}

export interface AcmeCredentials {
  accessToken: string;
}

export interface AcmeScope {
  organization?: string | null | undefined;
  organizationId?: number | undefined;
  zone?: string | undefined;
}

export const acme: PlatformDefinition<"acme", AcmeCredentials, AcmeScope> = {
  platform: "acme",
  title: "Acme",
  servers: { eu: "https://eu.acme.example/v1", us: "https://us.acme.example/v1" },
  auth: [bearerAuth("accessToken")],
  scope: clientScope<AcmeScope>({
    organization: headerScope("x-organization", { emptyAllowed: true, excludes: ["organizationId"] }),
    organizationId: headerScope("x-organization-id"),
    zone: queryScope("zone"),
  }),
  readFailure: (body) =>
    typeof body === "object" && body !== null && "fault" in body
      ? { message: String(body.fault), code: "code" in body ? Number(body.code) : undefined }
      : undefined,
  pathTraits: {
    "get /pets/{id}/photo": { response: "blob" },
    "put /pets/{id}/photo": { request: "multipart" },
    "post /pets/search": { idempotent: true },
  },
};

export type AcmeClient = Client<"acme", AcmePaths, AcmeCredentials, AcmeScope>;
export type AcmeOptions = ClientOptions<AcmeCredentials> & AcmeScope;

/** A client whose waits between attempts are next to nothing. */
export function createAcmeClient(options: AcmeOptions): AcmeClient {
  return createClient(acme, { auth: { accessToken: "acme-canary-token" }, random: () => 0.001, ...options });
}

export interface GetPetInit extends CallOptions {
  params: AcmePaths["/pets/{id}"]["get"]["parameters"];
}

export interface ListPetsInit extends CallOptions {
  params?: AcmePaths["/pets"]["get"]["parameters"];
}

export interface CreatePetInit extends CallOptions {
  body: { name: string };
}

export const getPet: Operation<"acme", GetPetInit, Pet> = /* @__PURE__ */ operation(
  "getPet",
  "get",
  "/pets/{id}",
  "json",
);
export const listPets: OptionalOperation<"acme", ListPetsInit, Pet[]> = /* @__PURE__ */ operation(
  "listPets",
  "get",
  "/pets",
  "json",
);
export const createPet: Operation<"acme", CreatePetInit, Pet> = /* @__PURE__ */ operation(
  "createPet",
  "post",
  "/pets",
  "json",
);
