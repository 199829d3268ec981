import { createMock, type DeepPartial, type Mock, type MockOptions } from "@labelwire/core/msw";
import type { MockOperations, MockState } from "../generated/mock.ts";
import type { components } from "../generated/schema.ts";
import type { CvatCredentials } from "../platform.ts";
import { cvatMock } from "./cvat-mock.ts";
import { createRequestControl } from "./request-control.ts";

/** The options of {@link createCvatMock}. */
export type CvatMockOptions = MockOptions<DeepPartial<MockState>, CvatCredentials>;

/** The mock of CVAT. */
export interface CvatMock extends Mock<MockOperations, components["schemas"]> {
  /**
   * Lets the next background request that is started fail: an export, an import, or the making of a task's frames. `reset` takes
   * it back.
   *
   * @param message - What the server says of it. Default: `"The test asked for it to fail."`
   */
  readonly failNextRequest: (message?: string) => void;
}

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
  const control = createRequestControl();
  const mock = createMock<MockOperations, components["schemas"], DeepPartial<MockState>, CvatCredentials>(
    cvatMock(control),
    options,
  );
  return {
    ...mock,
    failNextRequest: (message = "The test asked for it to fail.") => {
      control.failNext(message);
    },
  };
}
