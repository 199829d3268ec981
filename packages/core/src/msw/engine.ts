import { createStateAnswers } from "./answer-from-state.ts";
import { toResponse, type Answer } from "./answer.ts";
import { readBaseUrls } from "./base-urls.ts";
import { createBodies } from "./bodies.ts";
import { checkCredential } from "./check-credential.ts";
import { createCollections, type Collections } from "./collections.ts";
import { createRespond } from "./create-respond.ts";
import type { Exchange } from "./exchange.ts";
import { createFailures, type Failures, type MockFailure } from "./failures.ts";
import { makeFixture } from "./fixture.ts";
import { createOperationCheck } from "./known-operation.ts";
import type { MockBehaviour, MockDefinition } from "./mock-definition.ts";
import { checkMockOptions, type MockOptions } from "./mock-options.ts";
import { createTools } from "./mock-tools.ts";
import { ownMember } from "./own-member.ts";
import { readExchange } from "./read-exchange.ts";
import { readRequestBody } from "./read-request-body.ts";
import { createRefusals } from "./refusals.ts";
import { logRequest, type LoggedRequest } from "./request-log.ts";
import { createRoutes, type Route } from "./routes.ts";
import { seedItems } from "./seed-items.ts";
import { readSiteUrls } from "./site-urls.ts";

/** A resolver as the engine runs it; `on` of the typed mock narrows it to what the operation takes and answers. */
export type EngineResolver = (
  call: Pick<Exchange, "params" | "body" | "request"> & { readonly respond: ReturnType<typeof createRespond> },
) => Response | undefined | Promise<Response | undefined>;

/** The mock without its doors: it takes requests and gives answers, and knows nothing of how they travel. */
export interface Engine {
  /** The base URLs and sites it answers for. */
  readonly places: readonly string[];
  /** Where a request leads; null where it is none of the mock's. */
  readonly route: (request: Request) => Route | null;
  /** Answers a request that `route` knows. */
  readonly handle: (request: Request) => Promise<Response>;
  readonly on: (operationId: string, resolver: EngineResolver) => () => void;
  readonly fail: (operationId: string, failure: MockFailure) => () => void;
  readonly requests: (operationId?: string) => readonly LoggedRequest[];
  readonly reset: () => void;
  readonly fixture: (name: string, overrides?: unknown) => unknown;
}

/** What one test leaves behind, and `reset` makes anew. */
interface World {
  readonly behaviour: MockBehaviour<string>;
  readonly failures: Failures;
  /** By operation, the latest first. */
  readonly overrides: Map<string, readonly EngineResolver[]>;
  readonly log: LoggedRequest[];
  /** What answers where no test, credential or hand-written behaviour does. */
  readonly usual: (exchange: Exchange) => Answer;
  /**
   * What a test's own answer is completed from, without writing anything: what would answer, and what would if nothing were seeded,
   * since a test may say 200 for an item that is not there.
   */
  readonly defaults: readonly ((exchange: Exchange) => Answer)[];
}

type Stage = (exchange: Exchange) => Response | undefined | Promise<Response | undefined>;

/**
 * Makes the engine of a platform's mock.
 *
 * @throws {ConfigError} for an option that does not exist or cannot be used.
 */
export function createEngine<Site extends string>(
  definition: MockDefinition<Site>,
  options: MockOptions<object, object, Site>,
): Engine {
  const { data, title, hidden = [], auth, everywhere = [] } = definition;
  checkMockOptions(options, data.resources);
  const bases = readBaseUrls("baseUrl", [options.baseUrl ?? Object.values(definition.servers)].flat());
  const sites = readSiteUrls(definition.sites ?? {}, { sites: options.sites ?? {}, bases });
  const route = createRoutes({ title, operations: data.operations, hidden, bases, sites });
  const [baseUrl = ""] = bases.map(({ origin, path }) => origin + path);
  const bodies = createBodies(definition, { seed: options.seed ?? 1, baseUrl });
  const checkOperation = createOperationCheck(title, data.operations);
  const refusals = createRefusals(definition);
  const secretHeaders = auth.flatMap((scheme) => scheme.secretHeaders);

  const seeds = seedItems({ data, bodies }, { ...options.state });

  const createWorld = (): World => {
    const collections = createCollections({ data, bodies }, seeds);
    const behaviour = definition.behave?.(createTools({ definition, refusals, bodies, collections, sites })) ?? {};
    const { changed: _changed, ...quiet } = behaviour;
    const dry = (held: Collections): ((exchange: Exchange) => Answer) =>
      createStateAnswers({ data, bodies, definition, behaviour: quiet, collections: held });
    return {
      behaviour,
      failures: createFailures(),
      overrides: new Map(),
      log: [],
      usual: createStateAnswers({ data, bodies, definition, behaviour, collections }),
      defaults: [
        (exchange) => dry(collections.fork())(exchange),
        (exchange) => dry(createCollections({ data, bodies }, new Map()))(exchange),
      ],
    };
  };
  let world = createWorld();

  const override: Stage = async (exchange) => {
    const respond = createRespond({ data, bodies, defaults: world.defaults }, exchange);
    for (const resolver of world.overrides.get(exchange.operation.id) ?? []) {
      const response = await resolver({ ...exchange, respond });
      if (response) return response;
    }
    return undefined;
  };
  const checkAuth: Stage = async ({ operation, request }) => {
    if (operation.anonymous === true) return undefined;
    const message = await checkCredential(request, auth, options.auth && { ...options.auth });
    return message === undefined ? undefined : refusals.refuse({ status: 401, message });
  };
  const guard: Stage = (exchange) => world.behaviour.guard?.(exchange);
  const checkFaults: Stage = ({ operation, faults }) => {
    const refused = options.strict === false ? [] : faults.filter(({ reason }) => reason !== "unknown");
    return refused.length === 0 ? undefined : refusals.refuseInvalid(operation.id, refused);
  };
  const behave: Stage = (exchange) => ownMember(world.behaviour.operations ?? {}, exchange.operation.id)?.(exchange);
  const answerUsually: Stage = (exchange) => {
    const answer = world.usual(exchange);
    return "refusal" in answer ? refusals.refuse(answer.refusal) : toResponse(answer);
  };
  // In this order a test's own word counts most, and a request that is not let in changes nothing.
  const stages = [override, checkAuth, guard, checkFaults, behave, answerUsually];

  const answer = async (exchange: Exchange): Promise<Response> => {
    for (const stage of stages) {
      const response = await stage(exchange);
      if (response) return response;
    }
    throw new TypeError(`Nothing answers ${exchange.operation.id}.`);
  };

  const handleOperation = async (request: Request, found: Extract<Route, { kind: "operation" }>): Promise<Response> => {
    const exchange = await readExchange(request, { ...found, schemas: data.schemas, everywhere });
    const operation = hidden.includes(found.operation) ? undefined : found.operation.id;
    world.log.push(logRequest({ ...exchange, operation }, secretHeaders));
    return world.failures.answer(exchange.operation.id, {
      signal: request.signal,
      usual: () => answer(exchange),
      refusals,
    });
  };

  const handleOther = async (
    request: Request,
    found: Exclude<Route, { kind: "operation" }> | null,
  ): Promise<Response> => {
    const url = new URL(request.url);
    const params = { path: {}, query: Object.fromEntries(url.searchParams) };
    const body = await readRequestBody(request);
    world.log.push(logRequest({ request, url, params, body, faults: [], operation: undefined }, secretHeaders));
    const site = found?.kind === "site" ? ownMember(world.behaviour.sites ?? {}, found.site) : undefined;
    if (site) return site(request);
    const message = found?.kind === "unknown" ? found.message : `${title} has nothing at this address.`;
    return refusals.refuse({ status: 404, message });
  };

  return {
    places: [...bases, ...sites.map(([, site]) => site)].map(({ origin, path }) => origin + path),
    route,
    handle: async (request) => {
      const found = route(request);
      const response = await (found?.kind === "operation"
        ? handleOperation(request, found)
        : handleOther(request, found));
      return request.method === "HEAD" && response.body ? new Response(null, response) : response;
    },
    on: (id, resolver) => {
      checkOperation(id);
      const { overrides } = world;
      overrides.set(id, [resolver, ...(overrides.get(id) ?? [])]);
      return () => {
        overrides.set(
          id,
          (overrides.get(id) ?? []).filter((one) => one !== resolver),
        );
      };
    },
    fail: (id, failure) => {
      checkOperation(id);
      return world.failures.add(id, failure);
    },
    requests: (id) => {
      if (id !== undefined) checkOperation(id);
      return world.log.filter(({ operation }) => id === undefined || operation === id);
    },
    reset: () => {
      world = createWorld();
    },
    fixture: (name, overrides) => makeFixture({ data, bodies }, { name, overrides }),
  };
}
