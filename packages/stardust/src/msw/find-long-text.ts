/** Says which member is longer than it may be, by the bytes it takes in UTF-8; undefined for none. */
export function findLongText(
  body: Readonly<Record<string, unknown>>,
  mostBytes: Readonly<Record<string, number>>,
): string | undefined {
  for (const [name, most] of Object.entries(mostBytes)) {
    const value = body[name];
    const bytes = typeof value === "string" ? new TextEncoder().encode(value).length : 0;
    if (bytes > most) return `Invalid Parameter: /${name} has ${bytes} bytes, and may have ${most}`;
  }
  return undefined;
}
