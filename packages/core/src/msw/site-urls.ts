import { ConfigError } from "../errors.ts";
import { readBaseUrls, type BaseUrl } from "./base-urls.ts";

/**
 * Where the sites of a mock are: where the platform has them, or where the `sites` option puts them.
 *
 * @throws {ConfigError} for a site that does not exist, and for one that would hide the API.
 */
export function readSiteUrls(
  defaults: Readonly<Record<string, string>>,
  {
    sites,
    bases,
  }: { readonly sites: Readonly<Record<string, string | undefined>>; readonly bases: readonly BaseUrl[] },
): readonly (readonly [name: string, base: BaseUrl])[] {
  const unknown = Object.keys(sites).find((name) => !Object.hasOwn(defaults, name));
  if (unknown !== undefined) {
    const known = Object.keys(defaults).join(", ") || "none";
    throw new ConfigError({ option: `sites.${unknown}`, message: `The mock has no site ${unknown}, but ${known}.` });
  }
  return Object.entries(defaults).flatMap(([name, fallback]) =>
    readBaseUrls(`sites.${name}`, [sites[name] ?? fallback]).map((site) => {
      checkApart(name, site, bases);
      return [name, site] as const;
    }),
  );
}

function checkApart(name: string, site: BaseUrl, bases: readonly BaseUrl[]): void {
  const hidden = bases.some(({ origin, path }) => origin === site.origin && `${path}/`.startsWith(`${site.path}/`));
  if (!hidden) return;
  const option = `sites.${name}`;
  throw new ConfigError({
    option,
    message: `${option} would hide the API at the same place: give it another origin, or a path that the base URL is not below.`,
  });
}
