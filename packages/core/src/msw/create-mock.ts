import { createEngine } from "./engine.ts";
import { createMockFetch } from "./mock-fetch.ts";
import type { Mock } from "./mock.ts";
import type { MockDefinition } from "./mock-definition.ts";
import type { MockOptions } from "./mock-options.ts";
import type { MockOperationMap } from "./mock-types.ts";
import { createMswHandlers } from "./msw-handlers.ts";

/**
 * Makes the mock of a platform. `Operations` and `Schemas` are the generated types, which nothing at run time depends on.
 *
 * @throws {ConfigError} for an option that does not exist or cannot be used.
 */
export function createMock<
  Operations extends MockOperationMap<Operations>,
  Schemas,
  State extends object = object,
  Auth extends object = object,
  Site extends string = never,
>(definition: MockDefinition<Site>, options: MockOptions<State, Auth, Site> = {}): Mock<Operations, Schemas> {
  const engine = createEngine(definition, options);
  const { on, fail, requests, reset, fixture } = engine;
  const fetch = createMockFetch(engine, { title: definition.title, strict: options.strict ?? true });
  const mock = { handlers: createMswHandlers(engine), fetch, on, fail, requests, reset, fixture };
  // The engine reads and checks by the same specification that the types were generated from: what it hands out has them.
  return mock as unknown as Mock<Operations, Schemas>;
}
