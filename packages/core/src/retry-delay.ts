/** `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7). `Date.parse` alone takes nearly anything, "-5" included. */
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

// Hundreds of digits would be Infinity, which JSON and logs show as null.
const MAX_SECONDS = 1e9;

/** The wait before the second attempt, before jitter; it doubles from one attempt to the next. */
const firstDelayMs = 500;

/**
 * How many milliseconds `Retry-After` asks to wait, or undefined where there is none or it is not what RFC 9110 §10.2.3 allows.
 * A number of seconds counts up to 1e9, which is 31 years. A date is read against the server's own clock (`Date`), because the
 * client's may be hours off.
 */
export function readRetryAfter(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Math.min(Number(value), MAX_SECONDS) * 1000;
  const due = httpDate.test(value) ? Date.parse(value) : NaN;
  const sent = Date.parse(headers.get("date") ?? "");
  return Number.isNaN(due) ? undefined : Math.max(0, due - (sent || nowMs));
}

/** Our own wait before the attempt after `attempt`: full jitter, so that callers who failed together do not return together. */
export function backOffMs(
  attempt: number,
  { maxDelayMs, random }: { maxDelayMs: number; random: () => number },
): number {
  return random() * Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1));
}
