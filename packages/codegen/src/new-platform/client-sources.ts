import { stringLiteral } from "../emit-text.ts";
import type { PlatformSourceInput } from "./platform-source-input.ts";

/** The client of a new package: what sets the platform apart, its types, and the names that are public. */
export function clientSources(input: PlatformSourceInput): ReadonlyMap<string, string> {
  return new Map([
    ["platform.ts", platformSource(input)],
    ["types.ts", typesSource(input)],
    ["client.ts", clientSource(input)],
    ["index.ts", indexSource(input)],
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

/** `hosted`, `server2`, `server3`: what a server is for is for people to say. */
function serverName(index: number): string {
  return index === 0 ? "hosted" : `server${index + 1}`;
}

function typesSource({ words, servers }: PlatformSourceInput): string {
  const { pascal, folder, title } = words;
  const names = servers.map((_url, index) => stringLiteral(serverName(index))).join(" | ");
  return `import type { AuthOption, Client, ClientOptions } from "@labelwire/core";
import type { components, paths } from "./generated/schema.ts";
import type { ${pascal}Credentials } from "./platform.ts";

/** A schema of the platform by its name. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

/** What \`auth\` takes: credentials, whose members may be undefined as those of \`process.env\` are, or a function that returns them. */
export type ${pascal}Auth = AuthOption<${pascal}Credentials>;

/** A hosted server by its name. */
export type ${pascal}Server = ${names};

/** What \`create${pascal}Client\` takes; every member is optional. */
export interface ${pascal}ClientOptions extends ClientOptions<${pascal}Credentials> {
  /** A hosted server by its name, instead of \`baseUrl\`. Default: \`"hosted"\`. */
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

function indexSource({ words }: PlatformSourceInput): string {
  const { pascal } = words;
  return `// Every public name, one by one: a refreshed specification must not change them.
export { create${pascal}Client } from "./client.ts";
export type { ${pascal}Credentials } from "./platform.ts";
export type { ${pascal}Auth, ${pascal}Client, ${pascal}ClientOptions, ${pascal}Server, Schema } from "./types.ts";

// What workflows take, tell and hand over.
export type { DownloadedFile, JobProgress, SaveOptions, TransferProgress, WaitOptions } from "@labelwire/core";

// Pagination.
export { collect, paginate, type CollectOptions, type Page, type PaginateOptions, type Paginator } from "@labelwire/core";

// Results and errors.
export {
  ApiError,
  ConfigError,
  DecodeError,
  JobFailedError,
  JobTimeoutError,
  LabelwireError,
  NetworkError,
  TimeoutError,
  UploadError,
  isApiError,
  isConfigError,
  isDecodeError,
  isJobFailedError,
  isJobTimeoutError,
  isLabelwireError,
  isNetworkError,
  isTimeoutError,
  isUploadError,
  unwrap,
  type Result,
} from "@labelwire/core";

// The rate limiter, the clock, and what options are made of.
export {
  createRateLimiter,
  systemClock,
  type AuthRequest,
  type CallOptions,
  type Clock,
  type ErrorFacts,
  type FetchInit,
  type Hooks,
  type Limiter,
  type Middleware,
  type RateLimiterOptions,
  type RequestFacts,
  type ResponseFacts,
  type RetryFacts,
  type RetryOptions,
} from "@labelwire/core";

// The run time of operation functions that \`labelwire generate\` writes for a server of another version.
export {
  cursorPage,
  nextLink,
  operation,
  pageNumber,
  singlePage,
  type IntegerPlaces,
  type Operation,
  type OptionalOperation,
  type OptionalPagedOperation,
  type PagedOperation,
  type PathTraits,
} from "@labelwire/core";

// What the types above are made of: a compiler that writes declarations for code of yours has to be able to name them.
export type { CallInit, Caller, Client, OperationInfo, PageStrategy, PathMethod, SharedOptions } from "@labelwire/core";
`;
}
