/** A name of what is kept out of logs. In the order of `excerpt.ts`, which compresses better. */
export const SECRET_NAME: RegExp = /token|secret|pass|key|auth|signature|credential|cookie|session|^sig$/i;

/**
 * A URL fit for a log: no user name, password or fragment, and no query value that may be a secret. Of another origin than the
 * client's no query value at all is kept, because signed storage links hide theirs under many names.
 */
export function redactUrl(address: URL | string, origin: string): string {
  const url = new URL(address);
  const query = url.searchParams;
  for (const name of [...query.keys()]) {
    if (url.origin !== origin || SECRET_NAME.test(name)) query.set(name, "***");
  }
  return url.origin + url.pathname + url.search;
}
