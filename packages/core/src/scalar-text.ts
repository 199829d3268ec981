/**
 * The text of a scalar in a query, a path, a header or a form: of strings, finite numbers, booleans, bigints, and of what JSON
 * writes as a string, such as `Date`, `URL` and `Temporal`. Undefined for everything else, invalid dates too.
 */
export function scalarText(value: unknown): string | undefined {
  const scalar: unknown = typeof value === "object" ? (value as { toJSON?: () => unknown } | null)?.toJSON?.() : value;
  return /string|boolean|bigint/.test(typeof scalar) || Number.isFinite(scalar) ? String(scalar) : undefined;
}
