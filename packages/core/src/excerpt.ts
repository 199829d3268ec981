import { redactText } from "./redact.ts";

const MAX_BYTES = 1_024;

// What is written after a name that promises a secret, in JSON, in a query or in a header. Every repetition but the last is
// bounded, so that the time stays linear in the text.
const SECRET_VALUE =
  /((?:token|secret|passw(?:or)?d|api[-_]?key|authorization|signature|\bsig|credential)[\w-]{0,20}["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:bearer|basic|token) )?)[^\s"'&,;<>}]+/gi;

/**
 * How a text from a server begins, at most 1 kB, fit for a log: known secrets and whatever looks like one are blanked, and
 * control characters too, which could drive a terminal.
 */
export function excerpt(text: string, secrets: readonly string[]): string {
  // Cut twice: roughly for the work, exactly for the result. What is blanked in between cannot be cut in half by the second.
  const safe = redactText(text.slice(0, 8 * MAX_BYTES), secrets)
    .replace(SECRET_VALUE, "$1[redacted]")
    .replace(/[^\P{Cc}\n\t]/gu, " ");
  return safe.slice(0, new TextEncoder().encodeInto(safe, new Uint8Array(MAX_BYTES)).read);
}
