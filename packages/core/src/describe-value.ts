/** What a value is, for messages, without showing it. */
export function describeValue(value: unknown): string {
  if (typeof value === "number") return "a number that is not finite";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
