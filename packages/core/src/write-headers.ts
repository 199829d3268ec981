import type { CallInit } from "./call-options.ts";
import { checkHeaderValue } from "./check-header-value.ts";
import { configFault } from "./config-fault.ts";
import { scalarText } from "./scalar-text.ts";
import type { OutgoingHeaders } from "./outgoing-request.ts";
import { serializeQuery } from "./serialize-query.ts";

/** What RFC 9110 §5.1 allows as the name of a header. */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * The headers of one call: ours first, then the caller's, which replace them; null takes a header away. Checked here, because `fetch`
 * quotes a malformed value in its error.
 *
 * @throws ConfigError naming the header, never its value.
 */
export function writeHeaders(
  own: OutgoingHeaders,
  { headers, params = {} }: Pick<CallInit, "headers" | "params">,
  operation: string,
): OutgoingHeaders {
  const written: Record<string, string | undefined> = { ...own };
  const add = (place: string, entries: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(entries)) {
      if (value === undefined) continue;
      if (!HEADER_NAME.test(name)) throw configFault(place, "has a name that no header can have", operation);
      const text = value === null ? undefined : checkHeaderValue(`${place}.${name}`, scalarText(value) ?? value);
      written[name.toLowerCase()] = text;
    }
  };
  if (headers) add("headers", headers);
  if (params.header) add("params.header", params.header);
  if (params.cookie) {
    const cookie = serializeQuery(params.cookie, operation, "params.cookie").replaceAll("&", "; ");
    add("params", { cookie: cookie || undefined });
  }
  return written;
}
