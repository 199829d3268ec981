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
 * an id that is not in it is a 404. What is created, updated and deleted stays so until `reset`; a collection that was written holds
 * what it has shown and what was written. A request that breaks the schema is refused as the server would, unless `strict` is false.
 * Without `auth` any well-formed credential is accepted, of any kind.
 *
 * A background request is queued at the first look at it, started at the second and finished at the third. An export can then be
 * downloaded, a task has frames and jobs of the files that were uploaded, an imported dataset and a restored backup are a task.
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
