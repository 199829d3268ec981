import type { ConfigError } from "../errors.ts";
import { createAnswerer } from "./answer-exchange.ts";
import { startAnswering, type Answering } from "./answering.ts";
import { readBaseUrls } from "./base-urls.ts";
import { createBodies } from "./bodies.ts";
import type { Exchange } from "./exchange.ts";
import type { MockFailure } from "./failures.ts";
import { makeFixture } from "./fixture.ts";
import { createOperationCheck } from "./known-operation.ts";
import type { MockDefinition } from "./mock-definition.ts";
import { mockEpochMs } from "./mock-clock.ts";
import { checkMockOptions, type MockOptions } from "./mock-options.ts";
import { ownMember } from "./own-member.ts";
import { readExchange } from "./read-exchange.ts";
import { readRequestBody } from "./read-request-body.ts";
import { createRefusals } from "./refusals.ts";
import { logRequest, type LoggedRequest } from "./request-log.ts";
import { createRoutes, type Route } from "./routes.ts";
import { seedItems } from "./seed-items.ts";
import { readSiteUrls } from "./site-urls.ts";
import { createWorld, type EngineResolver, type World } from "./world.ts";

/** The mock without its doors: it takes requests and gives answers, and knows nothing of how they travel. */
export interface Engine {
  /** The base URLs and sites it answers for. */
  readonly places: readonly string[];
  /** Where a request leads; null where it is none of the mock's. */
  readonly route: (request: Request) => Route | null;
  /** Answers a request that `route` knows. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The answer that stands for a mistake of the test where nothing can be thrown: 501, which no client sends a request again for. */
  readonly refuseMisuse: (mistake: ConfigError) => Response;
  readonly on: (operationId: string, resolver: EngineResolver) => () => void;
  readonly fail: (operationId: string, failure: MockFailure) => () => void;
  readonly requests: (operationId?: string) => readonly LoggedRequest[];
  readonly reset: () => void;
  readonly fixture: (name: string, overrides?: unknown) => unknown;
}

/** A request on its way through the engine. */
interface Handling {
  readonly request: Request;
  readonly world: World;
  readonly answering: Answering;
  /** Keeps what was sent, in the place of its coming. */
  readonly record: (sent: Omit<Exchange, "operation"> & { operation: string | undefined }) => void;
}

/**
 * Makes the engine of a platform's mock.
 *
 * @throws {ConfigError} for an option that does not exist or cannot be used.
 */
export function createEngine<Site extends string>(
  definition: MockDefinition<Site>,
  options: MockOptions<object, object, Site>,
): Engine {
  const { data, title, hidden = [], exactSlash, auth, everywhere = [] } = definition;
  checkMockOptions(options, { collections: data.resources, schemes: auth });
  const bases = readBaseUrls("baseUrl", [options.baseUrl ?? Object.values(definition.servers)].flat());
  const sites = readSiteUrls(definition.sites ?? {}, { sites: options.sites ?? {}, bases });
  const route = createRoutes({ title, operations: data.operations, hidden, exactSlash, bases, sites });
  const [baseUrl = ""] = bases.map(({ origin, path }) => origin + path);
  const bodies = createBodies(definition, { seed: options.seed ?? 1, baseUrl });
  const checkOperation = createOperationCheck(title, data.operations);
  const refusals = createRefusals(definition);
  const secretHeaders = auth.flatMap((scheme) => scheme.secretHeaders);

  const seeds = seedItems({ data, bodies }, { ...options.state });
  const clock = options.clock ?? { now: () => mockEpochMs };
  const setting = { definition, bodies, refusals, seeds, sites, clock };
  let world = createWorld(setting);
  const answer = createAnswerer({ definition, options, bodies, refusals });

  const handleOperation = async (
    { request, world, answering, record }: Handling,
    found: Extract<Route, { kind: "operation" }>,
  ): Promise<Response> => {
    const read = await readExchange(request, { ...found, schemas: data.schemas, everywhere });
    const isHidden = hidden.includes(found.operation);
    // What no specification has cannot be checked by it.
    const exchange = isHidden ? { ...read, faults: [] } : read;
    record({ ...exchange, operation: isHidden ? undefined : found.operation.id });
    return world.failures.answer(exchange.operation.id, {
      pause: answering.pause,
      usual: () => answer(exchange, world),
      refusals,
    });
  };

  const handleOther = async (
    { request, world, record }: Handling,
    found: Exclude<Route, { kind: "operation" }> | null,
  ): Promise<Response> => {
    const url = new URL(request.url);
    const params = { path: {}, query: Object.fromEntries(url.searchParams) };
    const body = await readRequestBody(request);
    record({ request, url, params, body, faults: [], operation: undefined });
    const site = found?.kind === "site" ? ownMember(world.behaviour.sites ?? {}, found.site) : undefined;
    if (site) return site(request);
    if (found?.kind === "unknown") return refusals.refuse(found);
    return refusals.refuse({ status: 404, message: `${title} has nothing at this address.` });
  };

  return {
    places: [...bases, ...sites.map(([, site]) => site)].map(({ origin, path }) => origin + path),
    route,
    handle: async (request) => {
      const found = route(request);
      const answering = startAnswering(world.answering, { clock: options.clock, signal: request.signal });
      // It stays with the world that it came into: what is late from one test is nothing to the next.
      const { log } = world;
      const place = log.push(undefined) - 1;
      const record: Handling["record"] = (sent) => {
        log[place] = logRequest(sent, secretHeaders);
      };
      const handling = { request, world, answering, record };
      try {
        const response = await (found?.kind === "operation"
          ? handleOperation(handling, found)
          : handleOther(handling, found));
        return request.method === "HEAD" && response.body ? new Response(null, response) : response;
      } finally {
        answering.end();
      }
    },
    refuseMisuse: ({ message }) => refusals.refuse({ status: 501, message }),
    on: (id, resolver) => {
      checkOperation(id);
      const { overrides } = world;
      // One of its own: the same resolver may be given twice, and taken away once.
      const added: EngineResolver = (call) => resolver(call);
      overrides.set(id, [added, ...(overrides.get(id) ?? [])]);
      return () => {
        const others = (overrides.get(id) ?? []).filter((one) => one !== added);
        overrides.set(id, others);
      };
    },
    fail: (id, failure) => {
      checkOperation(id);
      return world.failures.add(id, failure);
    },
    requests: (id) => {
      if (id !== undefined) checkOperation(id);
      return world.log.filter((sent) => sent !== undefined).filter((sent) => id === undefined || sent.operation === id);
    },
    reset: () => {
      for (const answering of world.answering) answering.end();
      world = createWorld(setting);
    },
    fixture: (name, overrides) => makeFixture({ data, bodies }, { name, overrides }),
  };
}
