// Only resolves relative links; no request goes there, as nothing but the query of the result is used.
const ANY_BASE = "http://link.invalid";

/**
 * The query of a link from an answer, as members for the next request. Scheme, host, port, user and path are dropped: the request
 * goes where the operation says, so a link to a foreign host earns no request, and a link with the wrong scheme or
 * prefix, as servers behind a TLS proxy write them, works.
 */
export function linkQuery(link: unknown): Readonly<Record<string, unknown>> {
  if (typeof link !== "string" || !URL.canParse(link, ANY_BASE)) {
    throw new TypeError("the link to the next page is not a URL");
  }
  const members = new Map<string, string[]>();
  for (const [name, value] of new URL(link, ANY_BASE).searchParams) {
    const values = members.get(name);
    // In one pass: to look each name up among all others would take minutes for a link of a million.
    if (values) values.push(value);
    else members.set(name, [value]);
  }
  // fromEntries defines own properties, where an assignment to "__proto__" would not.
  return Object.fromEntries([...members].map(([name, values]) => [name, values.length > 1 ? values : values[0]]));
}

/**
 * `query` with `changes` laid over it. A member that `changes` spells with brackets (`filter[name]`) takes the place of the
 * object it was (`filter: { name }`), or the next request would send it twice.
 */
export function mergeQuery(
  query: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const bracketed = new Set(Object.keys(changes).map((name) => name.split("[", 1)[0]));
  const kept = Object.entries(query).filter(([name]) => !bracketed.has(name));
  return { ...Object.fromEntries(kept), ...changes };
}
