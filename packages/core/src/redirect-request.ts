import { isRead } from "./http-method.ts";
import type { OutgoingRequest } from "./outgoing-request.ts";
import { resolveLink } from "./same-origin.ts";

/**
 * The request that a redirect asks for; undefined for an answer that is none, and a text that says why it is not followed.
 *
 * Redirects are ours, because `fetch` would take custom headers such as API keys to any origin (Node 20 to 24 do). Same-origin
 * redirects are followed as the Fetch standard does; to another origin only a download is, and it goes bare.
 */
export function redirectRequest(
  request: OutgoingRequest,
  { type, status, headers: answered }: Response,
  base: URL,
): OutgoingRequest | string | undefined {
  const { url: from, method, headers, body, redirect, isBare, followCrossOrigin } = request;
  const location = /^30[12378]$/.test(`${status}`) ? answered.get("location") : null;
  if (redirect === "manual") return undefined;
  if (type === "opaqueredirect")
    return "and the browser hides where to; check the base URL, or fetch through a server of your own";
  if (location === null) return undefined;
  const url = resolveLink(location, from, base);
  if (!url) return "to an address that is not a plain http or https URL";
  const reads = isRead(method);
  const isCrossing = url.origin !== from.origin;
  if (isCrossing && !(reads && (isBare || followCrossOrigin || from.origin !== base.origin)))
    return `to another origin (${url.origin}), which would be told the credentials; check the base URL`;
  if (from.protocol === "https:" && url.protocol === "http:") return "from https to http";
  const becomesRead = !reads && (status === 303 || (status < 303 && method === "POST"));
  if (!becomesRead && body instanceof ReadableStream)
    return "after its body had been sent, which can be read only once";

  // Across origins goes what is wanted, and nothing about who wants it.
  const kept = isCrossing ? /^(accept|range|if-range)$/ : becomesRead ? /^(?!content-)/ : /^/;
  return {
    ...request,
    original: undefined,
    url,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => kept.test(name))),
    isBare: isCrossing || isBare === true,
    ...(becomesRead && { method: "GET", body: null }),
  };
}
