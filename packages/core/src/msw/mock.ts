import type { DeepPartial } from "./deep-partial.ts";
import type { MockFailure } from "./failures.ts";
import type { MockFetch } from "./mock-fetch.ts";
import type { AnyMockRequest, MockOperationMap, MockRequest, MockResolver } from "./mock-types.ts";
import type { MockHandler } from "./msw-handlers.ts";

/** The mock of a platform: it answers like the platform, and a test can have it answer otherwise. */
export interface Mock<Operations extends MockOperationMap<Operations>, Schemas> {
  /** For msw: `setupServer(...mock.handlers)` or `setupWorker(...mock.handlers)`. */
  readonly handlers: readonly MockHandler[];
  /** For a client that is given its `fetch`: no interception, and no msw running. */
  readonly fetch: MockFetch;
  /**
   * Answers an operation in the test's own way; the latest resolver is asked first, and one that returns undefined leaves the
   * request to the next. What it throws rejects the call as the cause of a `ConfigError`; behind msw it is an answer with status 501.
   *
   * @returns what takes the resolver away again.
   * @throws {ConfigError} for an operationId that does not exist.
   * @example
   * mock.on("getPet", ({ params, respond }) => respond(200, { name: `pet ${params.path.petId}` }));
   */
  readonly on: <Id extends keyof Operations & string>(
    operationId: Id,
    resolver: MockResolver<Operations[Id]>,
  ) => () => void;
  /**
   * Lets an operation fail: with a status, late, cut short or without an answer.
   *
   * @returns what takes the failure away again.
   * @throws {ConfigError} for an operationId that does not exist, and for a failure that says nothing.
   * @example
   * mock.fail("listPets", { status: 429, retryAfterSeconds: 1, times: 2 });
   */
  readonly fail: (operationId: keyof Operations & string, failure: MockFailure) => () => void;
  /** What was sent, in order: to one operation, or to all, requests that led to none included. Credentials are redacted. */
  readonly requests: RequestsOf<Operations>;
  /** Takes back what tests did: resolvers, failures, recorded requests, and every change of state. */
  readonly reset: () => void;
  /**
   * A valid object of a schema, the same for the same seed and overrides. What is given in part is completed.
   *
   * @throws {ConfigError} for a schema that does not exist, and for overrides that are not valid.
   */
  readonly fixture: <Name extends keyof Schemas & string>(
    name: Name,
    overrides?: DeepPartial<Schemas[Name]>,
  ) => Schemas[Name];
}

/** The two ways to ask for recorded requests. */
export interface RequestsOf<Operations extends MockOperationMap<Operations>> {
  /** Those of one operation, oldest first, attempts that were repeated included. */
  <Id extends keyof Operations & string>(operationId: Id): readonly MockRequest<Id, Operations[Id]>[];
  /** All, oldest first; those that led to no operation included. */
  (): readonly AnyMockRequest<Operations>[];
}
