import { createMock, type DeepPartial, type Mock, type MockOptions } from "@labelwire/core/msw";
import type { MockOperations, MockState } from "../generated/mock.ts";
import type { components } from "../generated/schema.ts";
import type { AngoHubCredentials } from "../platform.ts";
import { angoHubMock } from "./ango-hub-mock.ts";

/** The options of {@link createAngoHubMock}. */
export type AngoHubMockOptions = MockOptions<DeepPartial<MockState>, AngoHubCredentials, "storage">;

/** The mock of Ango Hub. */
export type AngoHubMock = Mock<MockOperations, components["schemas"]>;

/**
 * Makes a mock of Ango Hub for your own tests: it answers like the platform, with valid bodies, pages, state and errors, without
 * a server or an account. Use it through msw (`mock.handlers`) or as a client's `fetch` (`mock.fetch`).
 *
 * Without `state` every list has three items and every id is answered; a collection named in `state` holds what you give it, and
 * an id that is not in it is a 404. What is created, updated and deleted stays so until `reset`; a collection that was written holds
 * what it has shown and what was written. A request that breaks the specification is refused, unless `strict` is false. Without
 * `auth` any well-formed key is accepted. Exports follow their stages, batches and times, tasks their batches. Not
 * followed are `filters` and `filter`, which are queries of MongoDB, `sort`, `fields` and `includeAnswer`.
 *
 * @throws {ConfigError} for an option or a collection that does not exist, and for an item that is not valid.
 *
 * @example
 * const mock = createAngoHubMock({ seed: 1, state: { tasks: [{ externalId: "cat.jpg" }, { externalId: "dog.jpg" }] } });
 * const ango = createAngoHubClient({ auth: { apiKey: "any" }, fetch: mock.fetch });
 *
 * mock.on("getTask", ({ params, respond }) => respond(200, { data: { task: { externalId: `${params.path.taskId}.jpg` } } }));
 * mock.fail("getProjectTasks", { status: 429, retryAfterSeconds: 1, times: 2 });
 */
export function createAngoHubMock(options: AngoHubMockOptions = {}): AngoHubMock {
  return createMock<MockOperations, components["schemas"], DeepPartial<MockState>, AngoHubCredentials, "storage">(
    angoHubMock,
    options,
  );
}
