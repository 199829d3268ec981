import { createClient } from "@labelwire/core";
import type { paths } from "./generated/schema.ts";
import { cvat, type CvatCredentials, type CvatScope } from "./platform.ts";
import type { CvatClient, CvatClientOptions } from "./types.ts";

/**
 * Makes a client of CVAT. Nothing is sent before the first call, so a client can be made at module scope.
 *
 * Give `Paths` to type the calls by path after another version of the server, as `labelwire generate` writes them.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL, credential or organization.
 *
 * @example
 * const cvat = createCvatClient({ auth: { accessToken: process.env["CVAT_ACCESS_TOKEN"] }, organization: "acme" });
 * const { data, error } = await cvat.GET("/api/tasks/{id}", { params: { path: { id: 7 } } });
 */
export function createCvatClient<Paths extends object = paths>(options: CvatClientOptions = {}): CvatClient<Paths> {
  return createClient<"cvat", Paths, CvatCredentials, CvatScope>(cvat, options);
}
