import { configFault } from "./config-fault.ts";

/**
 * Returns `value` if a header can carry it exactly as it is; a `ConfigError` naming `option`, and never the value, if not.
 *
 * `fetch` refuses line breaks and what is beyond Latin-1 with a message that quotes the value, and trims spaces silently: a
 * credential with a stray newline would end in a log, or be "unauthorized" without a visible reason.
 */
export function checkHeaderValue(option: string, value: unknown): string {
  if (typeof value === "string" && value.trim() === value && !/[^ -~\xa0-\xff]/.test(value)) return value;
  throw configFault(
    option,
    "cannot be sent in a header: it is not a string, or has a line break, a control character, a character beyond Latin-1 or a space at an end",
  );
}
