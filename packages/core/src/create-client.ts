import type { Client } from "./client.ts";
import type { ClientOptions } from "./client-options.ts";
import type { PlatformDefinition } from "./platform.ts";

/**
 * Makes a client of the platform that `definition` describes.
 *
 * @throws ConfigError for an option that does not exist, a malformed base URL, credential or scope.
 */
export function createClient<P extends string, Paths extends object, Credentials extends object, Scope extends object>(
  definition: PlatformDefinition<P, Credentials, Scope>,
  options: ClientOptions<Credentials> & Scope,
): Client<P, Paths, Credentials, Scope> {
  throw new Error([definition, options].join());
}
