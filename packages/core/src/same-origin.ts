/**
 * An `http:` URL of the host of an `https:` base as a URL of that base; any other URL as it is. A server behind a TLS proxy
 * often does not know its own scheme and hands out such links (a common report against annotation servers). A port of its own is another service.
 */
export function rebase(url: URL, base: URL): URL {
  const isDowngraded = url.protocol === "http:" && base.protocol === "https:" && url.hostname === base.hostname;
  if (!isDowngraded || (url.port !== "" && url.port !== base.port)) return url;
  return new URL(url.pathname + url.search, base.origin);
}

/** True for what `fetch` may be asked for on a server's word: http and https, without a user name or a password. */
export function isPlainHttp(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
}
