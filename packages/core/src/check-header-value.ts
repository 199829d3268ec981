import { ConfigError } from "./errors.ts";

/**
 * Returns `value` if it can be sent as a header value exactly as it is; a `ConfigError` naming `option` if not.
 *
 * `fetch` refuses CR, LF, NUL and anything beyond Latin-1 with a message that quotes the value, and trims spaces silently, so
 * that a credential with a stray newline would end in a log or fail as "unauthorized". Never echoes the value.
 */
export function checkHeaderValue(option: string, value: unknown): string {
  const fault =
    typeof value !== "string"
      ? `is ${value === null ? "null" : typeof value}, not a string`
      : /[^\x20-\x7e\x80-\xff]/.test(value)
        ? "has a character that no header can carry: a line break, a control character or one beyond Latin-1"
        : value.trim() !== value
          ? "begins or ends with a space"
          : undefined;
  if (fault === undefined) return String(value);
  throw new ConfigError({ option, message: `${option} ${fault}. Check where the value comes from.` });
}
