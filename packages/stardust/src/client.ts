import { createClient } from "@labelwire/core";
import type { paths } from "./generated/schema.ts";
import { stardust } from "./platform.ts";
import type { StardustCredentials } from "./sign-request.ts";
import type { StardustClient, StardustClientOptions } from "./types.ts";

/**
 * Makes a client of Stardust Rosetta's generic open API. Nothing is sent before the first call, so a client can be made at module
 * scope. Each attempt is signed anew, with the time of the client's `clock`.
 *
 * Deployments have domains of their own: pass `baseUrl`, such as `"https://rosetta.example.com/rosetta-open"`.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL or key, or both `server` and `baseUrl`.
 *
 * @example
 * const stardust = createStardustClient({
 *   auth: { accessKey: process.env["STARDUST_ACCESS_KEY"], secretKey: process.env["STARDUST_SECRET_KEY"] },
 * });
 * const { data, error } = await stardust.POST("/task/get", { body: { projectId: 12, taskId: "358183635683250176" } });
 */
export function createStardustClient<Paths extends object = paths>(
  options: StardustClientOptions = {},
): StardustClient<Paths> {
  return createClient<"stardust", Paths, StardustCredentials, {}>(stardust, options);
}
