import type { Exchange, MockTools } from "@labelwire/core/msw";
import { lacksCsrfToken } from "./auth-schemes.ts";
import { checkOrganization } from "./organization.ts";

/** What the server refuses whatever is asked for: a media type that it has not, a forged request, an organization that is not there. */
export function guard(exchange: Exchange, tools: MockTools<never>): Response | undefined {
  if (lacksCsrfToken(exchange.request)) return tools.refuse(403, "CSRF Failed: CSRF token missing.");
  const accept = exchange.request.headers.get("accept");
  if (accept !== null && exchange.operation.id !== "schema_retrieve") {
    if (!isAccepted(accept)) return tools.refuse(406, "Could not satisfy the request Accept header.");
    const version = /application\/vnd\.cvat\+json\s*;\s*version=([^\s;,]+)/.exec(accept)?.[1] ?? "2.0";
    if (!version.startsWith("2")) return tools.refuse(406, 'Invalid version in "Accept" header.');
  }
  return checkOrganization(exchange, tools);
}

/** JSON under its general name is what the server does not have: its own name for it, or a wildcard, has to be among those accepted. */
function isAccepted(accept: string): boolean {
  return !/^\s*application\/json\s*(?:;[^,]*)?$/i.test(accept);
}
