import { stringLiteral } from "../emit-text.ts";
import type { PlatformAuth } from "./platform-auth.ts";
import type { PlatformWords } from "./platform-words.ts";

/** What the first sources of a package are written from. */
export interface PlatformSourceInput {
  readonly words: PlatformWords;
  /** Undefined where anyone may call. */
  readonly auth: PlatformAuth | undefined;
  /** Base URLs; the first is the default. */
  readonly servers: readonly string[];
}

/** The hand-written part of a new package, by path below `src/`. It is written once; from then on it belongs to people. */
export function platformSources(input: PlatformSourceInput): ReadonlyMap<string, string> {
  return new Map([
    ["platform.ts", platformSource(input)],
    ["types.ts", typesSource(input)],
    ["client.ts", clientSource(input)],
    ["read-failure.ts", readFailureSource(input)],
    ["read-failure.test.ts", readFailureTest],
    ["index.ts", indexSource(input)],
    ["msw/index.ts", mockIndexSource(input)],
    [`msw/${input.words.folder}-mock.ts`, mockDefinitionSource(input)],
    [`msw/create-${input.words.folder}-mock.ts`, createMockSource(input)],
  ]);
}

function platformSource({ words, auth, servers }: PlatformSourceInput): string {
  const { camel, pascal, folder, title } = words;
  const members = (auth?.credentials ?? []).map((name) => `  readonly ${name}: string;\n`).join("");
  const credentials =
    auth === undefined
      ? `export type ${pascal}Credentials = Record<never, never>;\n`
      : `export interface ${pascal}Credentials {\n${members}}\n`;
  const named = servers.map((url, index) => `${serverName(index)}: ${stringLiteral(url)}`).join(", ");
  return `import { ${auth === undefined ? "" : `${auth.schemeImport}, `}type PlatformDefinition } from "@labelwire/core";
import { pathTraits } from "./generated/path-traits.ts";
import { readFailure } from "./read-failure.ts";

/** What \`auth\` holds. */
${credentials}
/** All that sets ${title} apart from the other platforms. */
export const ${camel}: PlatformDefinition<"${folder}", ${pascal}Credentials, {}> = {
  platform: "${folder}",
  title: ${stringLiteral(title)},
  servers: { ${named} },
  auth: [${auth?.scheme ?? ""}],
  readFailure,
  pathTraits,
};
`;
}

/** `main`, `server2`, `server3`: what a server is for is for people to say. */
function serverName(index: number): string {
  return index === 0 ? "main" : `server${index + 1}`;
}

function typesSource({ words, servers }: PlatformSourceInput): string {
  const { pascal, folder, title } = words;
  const names = servers.map((_url, index) => stringLiteral(serverName(index))).join(" | ");
  return `import type { Client, ClientOptions } from "@labelwire/core";
import type { components, paths } from "./generated/schema.ts";
import type { ${pascal}Credentials } from "./platform.ts";

/** A schema of the platform by its name. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** A hosted server by its name. */
export type ${pascal}Server = ${names};

/** What \`create${pascal}Client\` takes; every member is optional. */
export interface ${pascal}ClientOptions extends ClientOptions<${pascal}Credentials> {
  /** A hosted server by its name, instead of \`baseUrl\`. Default: \`"main"\`. */
  readonly server?: ${pascal}Server | undefined;
}

/** A client of ${title}. \`Paths\` types the calls by path; operation functions take a client of any \`Paths\`. */
export type ${pascal}Client<Paths extends object = paths> = Client<"${folder}", Paths, ${pascal}Credentials, {}>;
`;
}

function clientSource({ words, auth }: PlatformSourceInput): string {
  const { camel, pascal, folder, title } = words;
  const given = (auth?.credentials ?? []).map((name) => `${name}: "…"`).join(", ");
  return `import { createClient } from "@labelwire/core";
import type { paths } from "./generated/schema.ts";
import { ${camel}, type ${pascal}Credentials } from "./platform.ts";
import type { ${pascal}Client, ${pascal}ClientOptions } from "./types.ts";

/**
 * Makes a client of ${title}. Nothing is sent before the first call, so a client can be made at module scope.
 *
 * Give \`Paths\` to type the calls by path after another version of the server, as \`labelwire generate\` writes them.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL or credential, or both \`server\` and \`baseUrl\`.
 *
 * @example
 * const ${camel}Client = create${pascal}Client(${given === "" ? "" : `{ auth: { ${given} } }`});
 */
export function create${pascal}Client<Paths extends object = paths>(
  options: ${pascal}ClientOptions = {},
): ${pascal}Client<Paths> {
  return createClient<"${folder}", Paths, ${pascal}Credentials, {}>(${camel}, options);
}
`;
}

function readFailureSource({ words }: PlatformSourceInput): string {
  return `import type { Failure } from "@labelwire/core";

/** Reads ${words.title}'s error out of a body: a sentence under \`message\`, \`detail\` or \`error\`, never inside a success. */
export function readFailure(body: unknown, response: Response): Failure | undefined {
  if (response.ok) return undefined;
  const { message, detail, error, code } = membersOf(body);
  const sentence = [message, detail, error, membersOf(error)["message"]].find(isSentence);
  if (sentence === undefined) return undefined;
  return { message: sentence, details: body, ...(typeof code === "string" || typeof code === "number" ? { code } : {}) };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Record<string, unknown>; // Object() makes an object of anything
}

function isSentence(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
`;
}

const readFailureTest = `import { expect, test } from "vitest";
import { readFailure } from "./read-failure.ts";

const refused = new Response(null, { status: 400 });

test.each([
  [{ message: "No." }, "No."],
  [{ detail: "No." }, "No."],
  [{ error: "No." }, "No."],
  [{ error: { message: "No." } }, "No."],
  [{ other: "No." }, undefined],
  ["No.", undefined],
])("%j says %j", (body, message) => {
  expect(readFailure(body, refused)?.message).toBe(message);
});

test("a code is told, and a success is no failure", () => {
  expect(readFailure({ message: "No.", code: 7 }, refused)?.code).toBe(7);
  expect(readFailure({ message: "Done." }, new Response())).toBeUndefined();
});
`;

function indexSource({ words }: PlatformSourceInput): string {
  const { pascal } = words;
  return `// Every public name, one by one: a refreshed specification must not change them.
export { create${pascal}Client } from "./client.ts";
export type { ${pascal}Credentials } from "./platform.ts";
export type { ${pascal}Client, ${pascal}ClientOptions, ${pascal}Server, Schema } from "./types.ts";

// Pagination.
export { collect, paginate, type CollectOptions, type Page, type PaginateOptions, type Paginator } from "@labelwire/core";

// Results and errors.
export {
  ApiError,
  ConfigError,
  DecodeError,
  LabelwireError,
  NetworkError,
  TimeoutError,
  isApiError,
  isConfigError,
  isDecodeError,
  isLabelwireError,
  isNetworkError,
  isTimeoutError,
  unwrap,
  type Result,
} from "@labelwire/core";

// What options are made of.
export type { AuthRequest, CallOptions, Clock, FetchInit, Hooks, Limiter, Middleware, RetryOptions } from "@labelwire/core";

// The run time of operation functions that \`labelwire generate\` writes for a server of another version.
export {
  cursorPage,
  nextLink,
  operation,
  pageNumber,
  singlePage,
  type Operation,
  type OptionalOperation,
  type OptionalPagedOperation,
  type PagedOperation,
  type PathTraits,
} from "@labelwire/core";

// What the types above are made of: a compiler that writes declarations for code of yours has to be able to name them.
export type { CallInit, Caller, Client, OperationInfo, PageStrategy } from "@labelwire/core";
`;
}

function mockIndexSource({ words }: PlatformSourceInput): string {
  const { folder, pascal } = words;
  return `export { create${pascal}Mock, type ${pascal}Mock, type ${pascal}MockOptions } from "./create-${folder}-mock.ts";
export type { MockOperations, MockState } from "../generated/mock.ts";
export type { AnyMockRequest, DeepPartial, MockCall, MockFailure, MockFetch, MockHandler, MockRequest, MockResolver } from "@labelwire/core/msw";
`;
}

function mockDefinitionSource({ words, auth }: PlatformSourceInput): string {
  const { camel, title } = words;
  return `import { ${auth === undefined ? "" : `${auth.mockImport}, `}type MockDefinition } from "@labelwire/core/msw";
import { mockData } from "../generated/mock.ts";
import { ${camel} } from "../platform.ts";

/** All that sets the mock of ${title} apart from those of the other platforms. */
export const ${camel}Mock: MockDefinition = {
  title: ${camel}.title,
  servers: ${camel}.servers,
  data: mockData,
  auth: [${auth?.mock ?? ""}],
  errorBody: (_status, message) => ({ message }),
};
`;
}

function createMockSource({ words }: PlatformSourceInput): string {
  const { folder, camel, pascal, title } = words;
  return `import { createMock, type Mock, type MockOptions } from "@labelwire/core/msw";
import type { MockOperations, MockState } from "../generated/mock.ts";
import type { components } from "../generated/schema.ts";
import type { ${pascal}Credentials } from "../platform.ts";
import { ${camel}Mock } from "./${folder}-mock.ts";

/** The options of {@link create${pascal}Mock}. */
export type ${pascal}MockOptions = MockOptions<MockState, ${pascal}Credentials>;

/** The mock of ${title}. */
export type ${pascal}Mock = Mock<MockOperations, components["schemas"]>;

/**
 * Makes a mock of ${title} for your own tests: it answers like the platform, without a server or an account. Use it through msw
 * (\`mock.handlers\`) or as a client's \`fetch\` (\`mock.fetch\`).
 *
 * @throws {ConfigError} for an option or a collection that does not exist, and for an item that is not valid.
 */
export function create${pascal}Mock(options: ${pascal}MockOptions = {}): ${pascal}Mock {
  return createMock<MockOperations, components["schemas"], MockState, ${pascal}Credentials>(${camel}Mock, options);
}
`;
}
