import { createMock, type DeepPartial, type Mock, type MockOptions } from "@labelwire/core/msw";
import type { MockOperations, MockState } from "../generated/mock.ts";
import type { components } from "../generated/schema.ts";
import type { StardustCredentials } from "../sign-request.ts";
import { stardustMock } from "./stardust-mock.ts";

/** The options of {@link createStardustMock}. */
export type StardustMockOptions = MockOptions<DeepPartial<MockState>, StardustCredentials>;

/** The mock of Stardust. */
export type StardustMock = Mock<MockOperations, components["schemas"]>;

/**
 * Makes a mock of Stardust Rosetta for your own tests: it answers like the platform, with envelopes, pages, state and business
 * failures inside HTTP 200, without a server or a key pair. Use it through msw (`mock.handlers`) or as a client's `fetch`
 * (`mock.fetch`).
 *
 * Ids are JSON integers on the wire and strings of digits in what you give and get. Without `state` every list has three items and
 * every id is answered. Without `auth` any well-formed signature is accepted; with it, only one of that key pair, however old: another
 * key is refused with 402, and a wrong signature with 401.
 *
 * What is made can be found: projects with their workflows, tasks of requested data, datasets and batches, the last two pending for
 * two looks. A task's period is judged by `createdTime` in UTC, the days of an export by `updatedTime` of complete tasks; a task that
 * was given neither is in every period. `taskDetails` holds what a task shows and an export has of it.
 *
 * Not simulated: the file that `send_task` names is not downloaded, so a batch has no lines unless `mock.on("check_send_status", …)`
 * gives some; `status` of `list_task`, whose meaning is not documented; callbacks; people, teams, algorithms and rights. Their codes are
 * met with `mock.fail` and `failureEnvelope`.
 *
 * @throws {ConfigError} for an option or a collection that does not exist, and for an item that is not valid.
 *
 * @example
 * const mock = createStardustMock({ seed: 1, state: { tasks: [{ id: "358183635683250176", projectId: "3184" }] } });
 * const stardust = createStardustClient({ auth: { accessKey: "any", secretKey: "any" }, fetch: mock.fetch });
 *
 * mock.on("get_task", ({ body, respond }) => respond(200, { data: { taskId: body.taskId, status: 9 } }));
 * mock.fail("list_task", { status: 429, retryAfterSeconds: 1, times: 2 });
 */
export function createStardustMock(options: StardustMockOptions = {}): StardustMock {
  return createMock<MockOperations, components["schemas"], DeepPartial<MockState>, StardustCredentials>(
    stardustMock,
    options,
  );
}
