// Shorter ones would blank ordinary words, and no platform issues keys this short.
const MIN_SECRET_LENGTH = 6;
// Deeper than any error body that says something; bounds the stack for hostile ones.
const MAX_DEPTH = 64;

/** Blanks every occurrence of the secrets in a text. */
export function redactText(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (result, secret) => (secret.length < MIN_SECRET_LENGTH ? result : result.replaceAll(secret, "[redacted]")),
    text,
  );
}

/** A copy of a JSON value with the secrets blanked in every string and key. What lies deeper than 64 levels is left out. */
export function redactJson(value: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof value === "string") return redactText(value, secrets);
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_DEPTH) return undefined;
  const copy = (member: unknown): unknown => redactJson(member, secrets, depth + 1);
  return Array.isArray(value)
    ? value.map(copy)
    : Object.fromEntries(Object.entries(value).map(([key, member]) => [redactText(key, secrets), copy(member)]));
}
