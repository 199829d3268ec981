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
