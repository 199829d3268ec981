/** The same text for the same value, in whatever order its members stand: what tells one page's request, or one item, from another. */
export function pageKey(value: unknown): string {
  // In a list, so that it is text for undefined too.
  return JSON.stringify([value], normalize);
}

function normalize(_name: string, value: unknown): unknown {
  // JSON has no bigint, and queries may hold one.
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
