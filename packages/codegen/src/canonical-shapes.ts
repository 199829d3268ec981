/** How one member of an OpenAPI object is carried over. */
export type MemberRule =
  /** A value that is a fact by itself. */
  | "data"
  /** A list of facts whose order says nothing. */
  | "sorted"
  /** Text that OpenAPI demands; what it says is left to the overlay. */
  | "empty"
  | ShapeRule;

/** A member that holds objects of a shape: one, a list of them, or one for each of some free names. */
export interface ShapeRule {
  readonly shape: ShapeName;
  readonly holds: "one" | "list" | "names";
}

/** The members of an OpenAPI object that are interface, in the order in which they are written. What is not named is prose or unknown. */
export type Shape = Readonly<Record<string, MemberRule>>;

/** The objects of OpenAPI that are told apart here. */
export type ShapeName =
  | "document"
  | "info"
  | "license"
  | "server"
  | "serverVariable"
  | "tag"
  | "paths"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "requestBody"
  | "mediaType"
  | "encoding"
  | "responses"
  | "response"
  | "link"
  | "callback"
  | "securityScheme"
  | "flows"
  | "flow"
  | "scopes"
  | "schema"
  | "discriminator"
  | "xml";

const one = (shape: ShapeName): ShapeRule => ({ shape, holds: "one" });
const list = (shape: ShapeName): ShapeRule => ({ shape, holds: "list" });
const names = (shape: ShapeName): ShapeRule => ({ shape, holds: "names" });

const serialization = {
  style: "data",
  explode: "data",
  allowReserved: "data",
} as const satisfies Shape;

/** The objects of OpenAPI 3.0.3 (section 4.7) and 3.1.0 (section 4.8), without descriptions, summaries, examples and links to pages. */
export const shapes: Readonly<Record<ShapeName, Shape>> = {
  document: {
    openapi: "data",
    info: one("info"),
    jsonSchemaDialect: "data",
    servers: list("server"),
    security: "data",
    tags: list("tag"),
    paths: one("paths"),
    webhooks: names("pathItem"),
    components: one("components"),
  },
  info: { title: "data", version: "data", license: one("license") },
  license: { name: "data", identifier: "data", url: "data" },
  server: { url: "data", variables: names("serverVariable") },
  serverVariable: { enum: "data", default: "data" },
  tag: { name: "data" },
  paths: {},
  components: {
    securitySchemes: names("securityScheme"),
    parameters: names("parameter"),
    requestBodies: names("requestBody"),
    responses: names("response"),
    headers: names("parameter"),
    links: names("link"),
    callbacks: names("callback"),
    pathItems: names("pathItem"),
    schemas: names("schema"),
  },
  pathItem: {
    $ref: "data",
    servers: list("server"),
    parameters: list("parameter"),
    get: one("operation"),
    put: one("operation"),
    post: one("operation"),
    delete: one("operation"),
    options: one("operation"),
    head: one("operation"),
    patch: one("operation"),
    trace: one("operation"),
  },
  operation: {
    operationId: "data",
    deprecated: "data",
    tags: "data",
    servers: list("server"),
    security: "data",
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: one("responses"),
    callbacks: names("callback"),
  },
  parameter: {
    $ref: "data",
    name: "data",
    in: "data",
    required: "data",
    deprecated: "data",
    allowEmptyValue: "data",
    ...serialization,
    schema: one("schema"),
    content: names("mediaType"),
  },
  requestBody: { $ref: "data", required: "data", content: names("mediaType") },
  mediaType: { schema: one("schema"), encoding: names("encoding") },
  encoding: { contentType: "data", headers: names("parameter"), ...serialization },
  responses: {},
  response: {
    $ref: "data",
    description: "empty",
    headers: names("parameter"),
    content: names("mediaType"),
    links: names("link"),
  },
  link: {
    $ref: "data",
    operationRef: "data",
    operationId: "data",
    parameters: "data",
    requestBody: "data",
    server: one("server"),
  },
  callback: { $ref: "data" },
  securityScheme: {
    $ref: "data",
    type: "data",
    scheme: "data",
    bearerFormat: "data",
    in: "data",
    name: "data",
    flows: one("flows"),
    openIdConnectUrl: "data",
  },
  flows: {
    implicit: one("flow"),
    password: one("flow"),
    clientCredentials: one("flow"),
    authorizationCode: one("flow"),
  },
  flow: { authorizationUrl: "data", tokenUrl: "data", refreshUrl: "data", scopes: one("scopes") },
  scopes: {},
  schema: {
    $ref: "data",
    type: "data",
    format: "data",
    nullable: "data",
    enum: "data",
    const: "data",
    default: "data",
    deprecated: "data",
    readOnly: "data",
    writeOnly: "data",
    pattern: "data",
    minLength: "data",
    maxLength: "data",
    multipleOf: "data",
    minimum: "data",
    exclusiveMinimum: "data",
    maximum: "data",
    exclusiveMaximum: "data",
    minItems: "data",
    maxItems: "data",
    uniqueItems: "data",
    minProperties: "data",
    maxProperties: "data",
    contentEncoding: "data",
    contentMediaType: "data",
    contentSchema: one("schema"),
    required: "sorted",
    dependentRequired: "data",
    properties: names("schema"),
    patternProperties: names("schema"),
    additionalProperties: one("schema"),
    unevaluatedProperties: one("schema"),
    propertyNames: one("schema"),
    dependentSchemas: names("schema"),
    prefixItems: list("schema"),
    items: one("schema"),
    unevaluatedItems: one("schema"),
    contains: one("schema"),
    minContains: "data",
    maxContains: "data",
    allOf: list("schema"),
    oneOf: list("schema"),
    anyOf: list("schema"),
    not: one("schema"),
    if: one("schema"),
    then: one("schema"),
    else: one("schema"),
    discriminator: one("discriminator"),
    xml: one("xml"),
    $defs: names("schema"),
  },
  discriminator: { propertyName: "data", mapping: "data" },
  xml: { name: "data", namespace: "data", prefix: "data", attribute: "data", wrapped: "data" },
};

/** Objects whose members have free names beside extensions, such as a status or a path. */
export const freeMembers: Readonly<Partial<Record<ShapeName, MemberRule>>> = {
  paths: one("pathItem"),
  responses: one("response"),
  callback: one("pathItem"),
  scopes: "empty",
};

/** Members that are prose wherever they stand; they go without a word. */
export const proseMembers: ReadonlySet<string> = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "externalDocs",
  "termsOfService",
  "contact",
  "$comment",
  "$schema",
]);
