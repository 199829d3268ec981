/** Blanks every occurrence of the secrets in a text; but not of those under 6 characters, which would blank ordinary words. */
export function redactText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((safe, secret) => (secret.length < 6 ? safe : safe.replaceAll(secret, "[redacted]")), text);
}

/** A copy of a JSON value with the secrets blanked in every string. What lies deeper than `levels` is left out. */
export function redactJson(value: unknown, secrets: readonly string[], levels = 64): unknown {
  if (typeof value === "string") return redactText(value, secrets);
  if (typeof value !== "object" || value === null) return value;
  const copy = (member: unknown): unknown => (levels ? redactJson(member, secrets, levels - 1) : undefined);
  return Array.isArray(value)
    ? value.map(copy)
    : Object.fromEntries(Object.entries(value).map(([key, member]) => [redactText(key, secrets), copy(member)]));
}
