import type { ApiError } from "@labelwire/core";

/**
 * True for the answer to a request's id that the server does not know, or no longer: a request that is cancelled or expires has no
 * status for it, but is a 404 whose plain text is sent as text/html (server 2.73). An HTML page comes from elsewhere, and
 * `{ detail }` speaks of something else, such as an organization.
 */
export function isRequestGone({ status, body }: ApiError): boolean {
  return status === 404 && typeof body === "string" && !/^\s*</.test(body);
}
