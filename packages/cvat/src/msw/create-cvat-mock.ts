import { createMock, type DeepPartial, type Mock, type MockOptions } from "@labelwire/core/msw";
import type { MockOperations, MockState } from "../generated/mock.ts";
import type { components } from "../generated/schema.ts";
import type { CvatCredentials } from "../platform.ts";
import { cvatMock } from "./cvat-mock.ts";

/** The options of {@link createCvatMock}. */
export type CvatMockOptions = MockOptions<DeepPartial<MockState>, CvatCredentials>;

/** The mock of CVAT. */
export type CvatMock = Mock<MockOperations, components["schemas"]>;

/**
 * Makes a mock of CVAT for your own tests: it answers like the platform, with valid bodies, pages, state and errors, without
 * a server or an account. Use it through msw (`mock.handlers`) or as a client's `fetch` (`mock.fetch`).
 *
 * Without `state` every list has three items and every id is answered; a collection named in `state` holds what you give it, and
 * an id that is not in it is a 404. Without `auth` any well-formed key is accepted.
 *
 * @throws {ConfigError} for an option or a collection that does not exist, and for an item that is not valid.
 *
 * @example
 * const mock = createCvatMock({ seed: 1, state: { tasks: [{ name: "cats" }, { name: "dogs" }] } });
 * const cvat = createCvatClient({ auth: { accessToken: "any" }, fetch: mock.fetch });
 *
 * mock.on("tasks_retrieve", ({ params, respond }) => respond(200, { name: `task ${params.path.id}` }));
 * mock.fail("tasks_list", { status: 429, retryAfterSeconds: 1, times: 2 });
 */
export function createCvatMock(options: CvatMockOptions = {}): CvatMock {
  return createMock<MockOperations, components["schemas"], DeepPartial<MockState>, CvatCredentials>(cvatMock, options);
}
