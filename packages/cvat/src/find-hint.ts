/** What a status and a sentence of the server's call for: who has met it once knows what it means. Sentences are of server 2.73. */
const hints: readonly (readonly [status: number, sentence: RegExp, hint: string])[] = [
  [
    403,
    /csrf failed/i,
    "a session that changes something needs its CSRF token and the origin of the server: sign in again, or use an access token",
  ],
  [
    403,
    /read.?only|permission/i,
    "the user may not do this, or the access token is read-only, as it is unless made otherwise",
  ],
  [404, /organization does not exist/i, "check `organization`: it is the slug, not the name"],
  [
    400,
    /cannot specify "?org|x-organization/i,
    "the client sends its organization with every call: leave `org` and `org_id` out of this one, or use a client without",
  ],
  [429, /throttled/i, "`retry: { maxDelayMs }` of the client waits it out"],
  [429, /^$/, "what was asked for is being prepared, and not ready yet"],
];

/** What to do about a refusal, where it is known. */
export function findHint({ status, url }: Response, sentence: string): string | undefined {
  // The server knows no such path, and says so with a page. What it knows and does not find has a sentence, also behind a proxy's /api.
  if (status === 404 && !sentence && url.includes("/api/api/")) return "`baseUrl` is what stands before /api";
  return hints.find(([when, pattern]) => when === status && pattern.test(sentence))?.[2];
}
