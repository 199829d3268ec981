import { redactText } from "./redact.ts";

// A value after a name that promises a secret, in JSON, in a query or in a header. All repetitions but the last are bounded, so
// that the time is linear in the text.
const SECRET_VALUE =
  /((?:token|secret|passw(?:or)?d|api[-_]?key|authorization|signature|credential|\bsig\b)[\w-]{0,20}["']?\s{0,4}[:=]\s{0,4}["']?(?:(?:bearer|basic|token) )?)[^\s"'&,;<>}]+/gi;

/**
 * How a text from a server begins, at most 1 kB, fit for a log: known secrets and whatever looks like one are blanked, and
 * control characters too, which could drive a terminal.
 */
export function excerpt(text: string, secrets: readonly string[]): string {
  // Secrets go before the first cut, which bounds the work: half of one would not be known any more.
  const safe = redactText(text, secrets)
    .slice(0, 8_192)
    .replace(SECRET_VALUE, "$1[redacted]")
    .replace(/[^\P{Cc}\n\t]/gu, " ");
  return safe.slice(0, new TextEncoder().encodeInto(safe, new Uint8Array(1_024)).read);
}
