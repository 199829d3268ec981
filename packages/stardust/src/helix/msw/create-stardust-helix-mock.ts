import { createMock, type DeepPartial, type Mock, type MockOptions } from "@labelwire/core/msw";
import type { StardustCredentials } from "../../sign-request.ts";
import type { MockOperations, MockState } from "../generated/mock.ts";
import type { components } from "../generated/schema.ts";
import { stardustHelixMock } from "./stardust-helix-mock.ts";

/** The options of {@link createStardustHelixMock}. */
export type StardustHelixMockOptions = MockOptions<DeepPartial<MockState>, StardustCredentials>;

/** The mock of the Helix set. */
export type StardustHelixMock = Mock<MockOperations, components["schemas"]>;

/**
 * Makes a mock of the Helix set of Stardust Rosetta for your own tests: folders, campaigns and annotation requests, with envelopes and
 * business failures inside HTTP 200. Use it through msw (`mock.handlers`) or as a client's `fetch` (`mock.fetch`).
 *
 * Names are given once, templates and taxonomies are checked as documented, and an annotation request is worked off: its scenes are
 * pending for a look, then tasks, and finished after two looks at the schedule. A scene belongs to the first request that names it.
 * What refers to something else, such as a campaign, is checked once there is any: what nobody gave or made is not known.
 *
 * Not simulated: a record of the statistics does not say which annotation request it is of, so that every known request has all of
 * them; what becomes of a settled sample; storage buckets, people and the WIP operations beyond an answer. Their codes are met with
 * `mock.fail` and `failureEnvelope`.
 *
 * It answers at the same addresses as the mock of the generic set, and two paths are in both: give one of them another `baseUrl`, or use
 * `mock.fetch`, where a test needs both.
 *
 * @throws {ConfigError} for an option or a collection that does not exist, and for an item that is not valid.
 *
 * @example
 * const mock = createStardustHelixMock({ state: { campaigns: [{ campaignName: "cats", folderName: "animals" }] } });
 * const helix = createStardustHelixClient({ auth: { accessKey: "any", secretKey: "any" }, fetch: mock.fetch });
 */
export function createStardustHelixMock(options: StardustHelixMockOptions = {}): StardustHelixMock {
  return createMock<MockOperations, components["schemas"], DeepPartial<MockState>, StardustCredentials>(
    stardustHelixMock,
    options,
  );
}
