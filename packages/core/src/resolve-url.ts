import type { ClientSettings } from "./client-settings.ts";
import { ConfigError } from "./errors.ts";
import { isPlainHttp, rebase } from "./same-origin.ts";

/**
 * The URL that `client.fetch` asks for. A path is appended to the base URL, as the path of an operation is; everything else
 * resolves against it, so that `//host`, `\\host` and `@host` are what a browser takes them for and never part of our host.
 *
 * @throws ConfigError for what is no http or https URL, or holds a user name. Never echoes it: it may come from a response.
 */
export function resolveUrl({ base, baseUrl, scope }: ClientSettings, address: string): URL {
  const absolute = /^\/(?![/\\])/.test(address) ? baseUrl + address : address;
  const directory = `${baseUrl}/`;
  const url = URL.canParse(absolute, directory) ? rebase(new URL(absolute, directory), base) : undefined;
  if (url === undefined || !isPlainHttp(url)) {
    throw new ConfigError({
      option: "input",
      message: "client.fetch takes a path, or an http or https URL without a user name; this is something else.",
    });
  }
  if (url.origin !== base.origin) return url;
  const missing = Object.entries(scope.query).filter(([name]) => !url.searchParams.has(name));
  if (missing.length === 0) return url;
  // Appended as text: `searchParams.set` would write the whole query anew, and differently.
  const added = new URLSearchParams(missing).toString();
  return new URL(`${url.origin}${url.pathname}${url.search === "" ? "?" : `${url.search}&`}${added}`);
}
