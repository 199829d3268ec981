import type { CallInit } from "./call-options.ts";
import { checkHeaderValue } from "./check-header-value.ts";
import { ConfigError } from "./errors.ts";
import { scalarText } from "./scalar-text.ts";

/** RFC 9110 §5.6.2, what a header's name is made of. */
const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * The headers of one call: ours first, then the caller's, which replace them; null takes a header away. Checked here, because
 * `fetch` quotes a malformed value in its error.
 *
 * @throws ConfigError naming the header, never its value.
 */
export function writeHeaders(
  own: Readonly<Record<string, string | null>>,
  { headers, params }: Pick<CallInit, "headers" | "params">,
  operation: string,
): Record<string, string | null> {
  const written: Record<string, string | null> = { ...own };
  const add = (place: string, entries: Readonly<Record<string, unknown>> = {}): void => {
    for (const [name, value] of Object.entries(entries)) {
      if (value === undefined) continue;
      const option = place + name;
      if (!token.test(name)) {
        throw new ConfigError({ option: place, operation, message: `${place} has a name that no header can have.` });
      }
      written[name.toLowerCase()] = value === null ? null : checkHeaderValue(option, scalarText(value) ?? value);
    }
  };
  add("headers.", headers);
  add("params.header.", params?.header);
  const cookies = Object.entries(params?.cookie ?? {}).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : `${name}=${encodeURIComponent(scalarText(value) ?? "")}`,
  );
  if (cookies.length > 0) add("params.", { cookie: cookies.join("; ") });
  return written;
}
