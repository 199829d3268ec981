/**
 * The text of a scalar in a query, a path or a form: strings, finite numbers, booleans, bigints, and what says itself how it is
 * written in JSON as a string, such as `Date`, `URL` and `Temporal`. Undefined for everything else, invalid dates too.
 */
export function scalarText(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return Number.isFinite(value) ? String(value) : undefined;
    case "boolean":
    case "bigint":
      return String(value);
    case "object": {
      const json: unknown =
        value !== null && "toJSON" in value && typeof value.toJSON === "function" ? value.toJSON() : undefined;
      return typeof json === "string" ? json : undefined;
    }
    default:
      return undefined;
  }
}
