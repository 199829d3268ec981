import type { ClientSettings } from "./client-settings.ts";
import { configFault } from "./config-fault.ts";
import { resolveLink } from "./same-origin.ts";

/**
 * The URL that `client.fetch` asks for. A path is appended to the base URL, as the path of an operation is; everything else
 * resolves against it, so that `//host`, `\\host` and `@host` are what a browser takes them for and never part of our host.
 *
 * @throws ConfigError for what is no http or https URL, or holds a user name. Never echoes it: it may come from a response.
 */
export function resolveUrl(
  { base, baseUrl, scope }: ClientSettings,
  address: string,
  { isBare }: { isBare: boolean },
): URL {
  const absolute = /^\/(?![/\\])/.test(address) ? baseUrl + address : address;
  const url = resolveLink(absolute, `${baseUrl}/`, base);
  if (url === undefined) {
    throw configFault("input", "of client.fetch must be a path, or an http or https URL without a user name");
  }
  if (isBare || url.origin !== base.origin) return url;
  for (const [name, value] of Object.entries(scope.query)) {
    if (url.searchParams.has(name)) continue;
    // Appended as text: `searchParams.set` would write the whole query anew, and differently.
    url.search += (url.search && "&") + new URLSearchParams({ [name]: value }).toString();
  }
  return url;
}
