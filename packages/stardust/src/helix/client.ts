import { createClient } from "@labelwire/core";
import type { StardustCredentials } from "../sign-request.ts";
import type { paths } from "./generated/schema.ts";
import { stardustHelix } from "./platform.ts";
import type { StardustHelixClient, StardustHelixClientOptions } from "./types.ts";

/**
 * Makes a client of Stardust Rosetta's Helix set: folders, campaigns and annotation requests. It takes the same key pair as
 * `createStardustClient`, and nothing is sent before the first call.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL or key, or both `server` and `baseUrl`.
 *
 * @example
 * const helix = createStardustHelixClient({
 *   auth: { accessKey: process.env["STARDUST_ACCESS_KEY"], secretKey: process.env["STARDUST_SECRET_KEY"] },
 * });
 * const { data, error } = await helix.GET("/campaign/{campaignName}", { params: { path: { campaignName: "cats" } } });
 */
export function createStardustHelixClient<Paths extends object = paths>(
  options: StardustHelixClientOptions = {},
): StardustHelixClient<Paths> {
  return createClient<"stardust-helix", Paths, StardustCredentials, {}>(stardustHelix, options);
}
