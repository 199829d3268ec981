import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findFactory } from "../../scripts/size/module-exports.ts";
import { startAnswerServer } from "./answer-server.ts";
import type { ClientSet } from "./client-set.ts";
import { functionName } from "./function-name.ts";
import type { OperationCall } from "./operation-call.ts";
import { overhead, type Caller } from "./overhead.ts";
import { sampleAnswer, type SampleAnswer } from "./sample-answer.ts";

/** Microseconds a call, the same read in three styles. */
export interface OverheadFigures {
  readonly labelwire: number;
  readonly openapiFetch: number;
  readonly bareFetch: number;
}

/** What one read costs where only the clients take time, and where the network does too. */
export interface Overhead {
  /** On a `fetch` that answers at once. */
  readonly stub: OverheadFigures;
  /** On a server on loopback. */
  readonly loopback: OverheadFigures;
}

/** Where a client's build and the peers are. */
export interface OverheadPlace {
  readonly set: ClientSet;
  readonly peers: string;
}

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** Calls one operation on a `fetch` that answers at once, and on a server on loopback. */
export async function measureOverhead(call: OperationCall, place: OverheadPlace): Promise<Overhead> {
  const answer = await sampleAnswer(place.set.build, call);
  const headers = { "content-type": "application/json" };
  const stub = async (): Promise<Response> => new Response(answer.body, { headers });
  const onStub = await time(await callersOf(call, place, { answer, baseUrl: "https://api.example.com", fetch: stub }));

  const server = await startAnswerServer(answer.body);
  try {
    return { stub: onStub, loopback: await time(await callersOf(call, place, { answer, baseUrl: server.url })) };
  } finally {
    server.stop();
  }
}

interface Target {
  readonly answer: SampleAnswer;
  readonly baseUrl: string;
  /** Given to the clients. Without, each takes the runtime's, as it does by itself. */
  readonly fetch?: typeof globalThis.fetch;
}

async function callersOf(
  call: OperationCall,
  { set: { name, build }, peers }: OverheadPlace,
  target: Target,
): Promise<readonly Caller[]> {
  const { answer, baseUrl, fetch = globalThis.fetch } = target;
  const options = { baseUrl, ...(target.fetch && { fetch }) };
  const load = async (file: string): Promise<Readonly<Record<string, AnyFunction>>> =>
    (await import(pathToFileURL(file).href)) as Readonly<Record<string, AnyFunction>>; // the exports used below are functions
  const ours = await load(join(build, "index.js"));
  const { [functionName(call.id)]: operation } = await load(join(build, "generated/operations.js"));
  const { default: createBare } = await load(join(peers, "node_modules/openapi-fetch/dist/index.mjs"));
  if (operation === undefined || createBare === undefined)
    throw new Error(`${name} has no operation function ${call.id}.`);

  const path = Object.fromEntries(
    Object.entries(call.pathValues).map(([name, text]): [string, unknown] => [name, JSON.parse(text)]),
  );
  const client = ours[findFactory(Object.keys(ours), name)]?.({ ...options, auth: answer.auth });
  const bare = createBare({ ...options, headers: answer.headers }) as Readonly<Record<string, AnyFunction>>; // its methods by name
  const method = call.method.toUpperCase();
  const { sent } = answer;
  const ourInit = { params: { path }, ...(sent && { body: sent.exact }) };
  const bareInit = { params: { path }, ...(sent && { body: sent.parsed }) };
  const fetchInit = { method, headers: { ...answer.headers, ...(sent && { "content-type": "application/json" }) } };
  const send = (): Promise<Response> =>
    fetch(`${baseUrl}${answer.path}`, sent ? { ...fetchInit, body: JSON.stringify(sent.parsed) } : fetchInit);
  return [
    async () => ours["unwrap"]?.(operation(client, ourInit)),
    async () => bare[method]?.(call.path, bareInit),
    async () => (await send()).json() as Promise<unknown>, // typed `any`
  ];
}

async function time(callers: readonly Caller[]): Promise<OverheadFigures> {
  const [labelwire = Number.NaN, openapiFetch = Number.NaN, bareFetch = Number.NaN] = await overhead(callers, {
    warmUpRounds: 1000,
    rounds: 400,
    callsPerRound: 10,
  });
  return { labelwire, openapiFetch, bareFetch };
}
