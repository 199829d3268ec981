import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sampleRequest, type MockData } from "@labelwire/core/msw";
import type { OperationCall } from "./operation-call.ts";

/** A body to send, valid by the specification. */
export interface SentBody {
  /** As JSON is read: integers beyond what a number holds are rounded. */
  readonly parsed: unknown;
  /** The same with such integers as text, which is how our clients take them. */
  readonly exact: unknown;
}

/** What calling a platform's package needs, found out from its build. */
export interface SampleAnswer {
  /** Values for `auth` that are well formed. */
  readonly auth: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The path of the call with its parameters filled in. */
  readonly path: string;
  /** Absent where the operation takes no body. */
  readonly sent?: SentBody;
  /** A body of the platform's mock, as text. */
  readonly body: string;
}

type Headers = Readonly<Record<string, string>>;

interface BuiltPlatform {
  readonly platform: string;
  readonly servers: Readonly<Record<string, string>>;
  readonly auth: readonly {
    readonly credentials: readonly string[];
    readonly headers: (values: object, context: { now: number }) => Headers | Promise<Headers>;
  }[];
}

interface BuiltMock {
  readonly fetch: typeof fetch;
}

/** Asks the platform's own mock for an answer to a call. */
export async function sampleAnswer(build: string, call: OperationCall): Promise<SampleAnswer> {
  const load = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
    (await import(pathToFileURL(join(build, file)).href)) as Readonly<Record<string, unknown>>; // a module namespace is one
  const definition = Object.values(await load("platform.js")).find(isPlatform);
  const createMock = Object.entries(await load("msw/index.js")).find(([name]) => /^create\w+Mock$/.test(name))?.[1];
  if (definition === undefined || typeof createMock !== "function")
    throw new Error(`${build} has no platform or no mock.`);
  const [scheme] = definition.auth;
  const [server = ""] = Object.values(definition.servers);
  const auth = Object.fromEntries((scheme?.credentials ?? []).map((name) => [name, "bench"]));
  const headers = (await scheme?.headers(auth, { now: Date.now() })) ?? {};
  const path = Object.entries(call.pathValues).reduce(
    (filled, [name, text]) => filled.replace(`{${name}}`, String(JSON.parse(text))),
    call.path,
  );
  const mock = (createMock as () => BuiltMock)(); // every create…Mock can do without options (design §2)
  if (!call.hasBody) {
    const response = await mock.fetch(`${server}${path}`, { headers });
    return { auth, headers, path, body: await response.text() };
  }
  const { mockData } = (await load("generated/mock.js")) as { mockData: MockData }; // what the generator writes
  const body = await sampleRequest(mockData, call.id, { baseUrl: server }).text();
  const jsonHeaders = { ...headers, "content-type": "application/json" };
  const method = call.method.toUpperCase();
  const response = await mock.fetch(`${server}${path}`, { method, headers: jsonHeaders, body });
  return { auth, headers, path, sent: readBody(body), body: await response.text() };
}

function readBody(text: string): SentBody {
  const keep = (_name: string, value: unknown, { source }: { readonly source?: string }): unknown =>
    Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value;
  // The third argument is ES2026's, and every Node that we run on has it; the compiler's library does not know it yet.
  return { parsed: JSON.parse(text), exact: JSON.parse(text, keep as (name: string, value: unknown) => unknown) };
}

function isPlatform(value: unknown): value is BuiltPlatform {
  return typeof value === "object" && value !== null && "platform" in value && "servers" in value && "auth" in value;
}
