import type { ApiError } from "@labelwire/core";

/**
 * True for the answer to a request's id that the server does not know, or no longer: a request that is cancelled or expires has no
 * status for it, but is a 404 whose plain text is sent as text/html (server 2.73). An HTML page, an empty 404 and one that says it is
 * plain text come from elsewhere, and `{ detail }` speaks of something else, such as an organization.
 */
export function isRequestGone({ status, body }: ApiError, { headers }: Pick<Response, "headers">): boolean {
  if (status !== 404 || typeof body !== "string") return false;
  return /^\s*text\/html\b/i.test(headers.get("content-type") ?? "") && /^\s*[^\s<]/.test(body);
}
