import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { OperationCall } from "./operation-call.ts";

/** What calling a platform's package needs, found out from its build. */
export interface SampleAnswer {
  /** Values for `auth` that are well formed. */
  readonly auth: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The path of the call with its parameters filled in. */
  readonly path: string;
  /** A body of the platform's mock, as text. */
  readonly body: string;
}

interface BuiltPlatform {
  readonly platform: string;
  readonly servers: Readonly<Record<string, string>>;
  readonly auth: readonly {
    readonly credentials: readonly string[];
    readonly headers: (values: object, context: { now: number }) => Readonly<Record<string, string>>;
  }[];
}

interface BuiltMock {
  readonly fetch: typeof fetch;
}

/** Asks the platform's own mock for an answer to a call. */
export async function sampleAnswer(folder: string, call: OperationCall): Promise<SampleAnswer> {
  const load = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
    (await import(pathToFileURL(join(folder, "dist", file)).href)) as Readonly<Record<string, unknown>>; // a module namespace is one
  const definition = Object.values(await load("platform.js")).find(isPlatform);
  const createMock = Object.entries(await load("msw/index.js")).find(([name]) => /^create\w+Mock$/.test(name))?.[1];
  if (definition === undefined || typeof createMock !== "function")
    throw new Error(`${folder} has no platform or no mock.`);
  const [scheme] = definition.auth;
  const [server = ""] = Object.values(definition.servers);
  const auth = Object.fromEntries((scheme?.credentials ?? []).map((name) => [name, "bench"]));
  const headers = scheme?.headers(auth, { now: Date.now() }) ?? {};
  const path = Object.entries(call.pathValues).reduce(
    (filled, [name, text]) => filled.replace(`{${name}}`, String(JSON.parse(text))),
    call.path,
  );
  const mock = (createMock as () => BuiltMock)(); // every create…Mock can do without options (design §2)
  const response = await mock.fetch(`${server}${path}`, { headers });
  return { auth, headers, path, body: await response.text() };
}

function isPlatform(value: unknown): value is BuiltPlatform {
  return typeof value === "object" && value !== null && "platform" in value && "servers" in value && "auth" in value;
}
