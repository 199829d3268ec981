import { createClient } from "@labelwire/core";
import type { paths } from "./generated/schema.ts";
import { angoHub, type AngoHubCredentials } from "./platform.ts";
import type { AngoHubClient, AngoHubClientOptions } from "./types.ts";

/**
 * Makes a client of Ango Hub. Nothing is sent before the first call, so a client can be made at module scope.
 *
 * Give `Paths` to type the calls by path after another version of the server, as `labelwire generate` writes them.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL or key, or both `server` and `baseUrl`.
 *
 * @example
 * const ango = createAngoHubClient({ auth: { apiKey: process.env["ANGO_API_KEY"] } });
 * const { data, error } = await ango.GET("/task/{taskId}", { params: { path: { taskId: "507f1f77bcf86cd799439011" } } });
 */
export function createAngoHubClient<Paths extends object = paths>(
  options: AngoHubClientOptions = {},
): AngoHubClient<Paths> {
  return createClient<"ango-hub", Paths, AngoHubCredentials, {}>(angoHub, options);
}
