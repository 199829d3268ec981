const secretName = /auth|credential|key|pass|secret|session|signature|token|^sig$/i;

/**
 * A URL fit for a log: no user name, password or fragment, and no query value that may be a secret. Of another origin than the
 * client's no query value at all is kept, because signed storage links hide theirs under many names.
 */
export function redactUrl(address: URL | string, origin: string): string {
  const url = new URL(address);
  const query = url.searchParams;
  for (const name of [...query.keys()]) {
    if (url.origin !== origin || secretName.test(name)) query.set(name, "***");
  }
  return url.origin + url.pathname + url.search;
}
