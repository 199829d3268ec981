const secretName = /auth|credential|key|pass|secret|session|signature|token|^sig$/i;

/**
 * A URL fit for a log: no user name, password or fragment, and no query value that may be a secret. Of another origin than the
 * client's no query value at all is kept, because signed storage links hide theirs under many names.
 */
export function redactUrl(address: string, origin: string): string {
  const url = new URL(address);
  const query = Array.from(url.searchParams, ([name, value]) => {
    const isHidden = url.origin !== origin || secretName.test(name);
    return `${encodeURIComponent(name)}=${isHidden ? "***" : encodeURIComponent(value)}`;
  });
  return url.origin + url.pathname + (query.length > 0 ? `?${query.join("&")}` : "");
}
