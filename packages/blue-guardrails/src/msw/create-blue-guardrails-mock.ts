import { createMock, type DeepPartial, type Mock, type MockOptions } from "@labelwire/core/msw";
import type { MockOperations, MockState } from "../generated/mock.ts";
import type { components } from "../generated/schema.ts";
import type { BlueGuardrailsCredentials } from "../platform.ts";
import { blueGuardrailsMock, type KeyScope } from "./blue-guardrails-mock.ts";

/** The options of {@link createBlueGuardrailsMock}. */
export interface BlueGuardrailsMockOptions extends MockOptions<DeepPartial<MockState>, BlueGuardrailsCredentials> {
  /**
   * What kind of key the mock takes every key for. A `"workspace"` key works without a workspace; with a `"user"` key a call that
   * names none is refused. Default: `"workspace"`.
   */
  readonly keyScope?: KeyScope | undefined;
}

/** The mock of Blue Guardrails. */
export type BlueGuardrailsMock = Mock<MockOperations, components["schemas"]>;

/**
 * Makes a mock of Blue Guardrails for your own tests: it answers like the platform, with valid bodies, cursors, state and errors,
 * without a server or an account. Use it through msw (`mock.handlers`) or as a client's `fetch` (`mock.fetch`).
 *
 * Without `state` every list has three items and every id is answered; a collection named in `state` holds what you give it, and
 * an id that is not in it is a 404. What is created and updated stays so until `reset`; a collection that was written holds what it
 * has shown and what was written. A request that breaks the specification is refused with 422, unless `strict` is false. Without
 * `auth` any well-formed key is accepted. An experiment that was created is pending at the first look at it, in progress at the
 * second, and completed at the third.
 *
 * Lists follow `limit`, `cursor` and their filters, `embed` and `fields`; series of analytics follow `start`, `end` and `bucket`, up to
 * 10,000 points. An annotation names its evaluation, and only an evaluation its task: with `evaluations` in `state` annotations are
 * narrowed by task and project, and exported. Messages are narrowed by their number of findings where their `evaluation` has a list of
 * `annotations`. Not followed are `filter[type][eq]`, since no answer has a type, and the filters by tags of analytics, whose figures
 * are made up and do not count what `state` holds. What breaks a rule that no schema states is refused even if `strict` is false: an
 * `embed` or `fields` that is no list in parentheses, and a conversation for the detector that does not end with the assistant.
 *
 * @throws {ConfigError} for an option or a collection that does not exist, and for an item that is not valid.
 *
 * @example
 * const mock = createBlueGuardrailsMock({ seed: 1, state: { projects: [{ slug: "cats" }, { slug: "dogs" }] } });
 * const guardrails = createBlueGuardrailsClient({ auth: { apiKey: "any" }, fetch: mock.fetch });
 *
 * mock.on("get_experiment", ({ params, respond }) => respond(200, { name: `experiment ${params.path.experiment_id}` }));
 * mock.fail("list_conversations", { status: 429, retryAfterSeconds: 1, times: 2 });
 */
export function createBlueGuardrailsMock({
  keyScope = "workspace",
  ...options
}: BlueGuardrailsMockOptions = {}): BlueGuardrailsMock {
  return createMock<MockOperations, components["schemas"], DeepPartial<MockState>, BlueGuardrailsCredentials>(
    blueGuardrailsMock(keyScope),
    options,
  );
}
