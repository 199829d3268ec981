/**
 * Where a link leads that a server has given, or a caller passed on; undefined where it is none that `fetch` may be asked for.
 *
 * An `http:` link to the host of an `https:` base leads to that base. A server behind a TLS proxy often does not know its own
 * scheme and hands out such links (a common report against annotation servers). A port of its own is another service.
 */
export function resolveLink(link: string, from: URL | string, base: URL): URL | undefined {
  const url = URL.canParse(link, from) ? new URL(link, from) : undefined;
  if (url === undefined || !isPlainHttp(url)) return undefined;
  const isDowngraded = url.protocol === "http:" && base.protocol === "https:" && url.hostname === base.hostname;
  if (!isDowngraded || (url.port !== "" && url.port !== base.port)) return url;
  // Not resolved against the base: a path that begins with two slashes would be taken for another host.
  return new URL(base.origin + url.pathname + url.search);
}

/** True for what `fetch` may be asked for on a server's word: http and https, without a user name or a password. */
export function isPlainHttp({ href }: URL): boolean {
  return /^https?:\/\/[^/@]+\//.test(href);
}
