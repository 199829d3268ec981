import type { CallInit } from "./call-options.ts";
import { checkHeaderValue } from "./check-header-value.ts";
import { configFault } from "./config-fault.ts";
import { scalarText } from "./scalar-text.ts";
import { serializeQuery } from "./serialize-query.ts";

/**
 * The headers of one call: ours first, then the caller's, which replace them; null takes a header away, and `removed` names it in
 * lower case. Checked here, because `fetch` quotes a malformed value in its error.
 *
 * @throws ConfigError naming the header, never its value.
 */
export function writeHeaders(
  own: Readonly<Record<string, string | null | undefined>>,
  { headers, params = {} }: Pick<CallInit, "headers" | "params">,
  operation: string,
): { headers: Headers; removed: string[] } {
  const written = new Headers();
  const removed: string[] = [];
  const add = (place: string, entries: Readonly<Record<string, unknown>> = {}): void => {
    for (const [name, value] of Object.entries(entries)) {
      if (value === undefined) continue;
      try {
        written.delete(name);
      } catch {
        throw configFault(place, "has a name that no header can have", operation);
      }
      if (value === null) removed.push(name.toLowerCase());
      else written.set(name, checkHeaderValue(`${place}.${name}`, scalarText(value) ?? value));
    }
  };
  add("headers", own);
  add("headers", headers);
  add("params.header", params.header);
  if (params.cookie) {
    const cookie = serializeQuery(params.cookie, operation, "params.cookie").replaceAll("&", "; ");
    add("params", { cookie: cookie || undefined });
  }
  return { headers: written, removed };
}
