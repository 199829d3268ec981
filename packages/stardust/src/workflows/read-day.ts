import { ConfigError } from "@labelwire/core";

/**
 * A day as the platform takes it, `YYYY-MM-DD`, from a `Date` or a string of that form.
 *
 * The platform does not say in which time zone its days are. A `Date` stands for its day in UTC; a string is sent as it is.
 */
export function readDay(option: string, value: unknown): string {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw refuse(option, "is an invalid Date");
    return value.toISOString().slice(0, 10);
  }
  if (typeof value !== "string") throw refuse(option, "is neither a Date nor a string");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw refuse(option, "is not a day");
  const instant = new Date(value);
  // V8 reads 31 February as 3 March.
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(value)) {
    throw refuse(option, "names a day that does not exist");
  }
  return value;
}

function refuse(option: string, fault: string): ConfigError {
  return new ConfigError({ option, message: `${option} ${fault}. Give a Date, or a string such as "2026-01-31".` });
}
