import { ConfigError } from "@labelwire/core";

const isoInstant = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * A moment as a `Date`, from a `Date` or an ISO 8601 string: a date alone, which is its midnight in UTC, or a date and time
 * with its zone. A time without a zone is refused, because it would mean another moment on each machine.
 */
export function readInstant(option: string, value: unknown): Date {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw refuse(option, "is an invalid Date");
    return value;
  }
  if (typeof value !== "string") throw refuse(option, "is neither a Date nor a string");
  const date = isoInstant.exec(value)?.[1];
  if (date === undefined) throw refuse(option, "is not an ISO 8601 date, or date and time with its zone");
  const instant = new Date(value);
  // V8 reads 31 February as 3 March.
  if (Number.isNaN(instant.getTime()) || !new Date(date).toISOString().startsWith(date)) {
    throw refuse(option, "names a day or a time that does not exist");
  }
  return instant;
}

function refuse(option: string, fault: string): ConfigError {
  const message = `${option} ${fault}. Give a Date, or a string such as "2026-01-31" or "2026-01-31T09:30:00Z".`;
  return new ConfigError({ option, message });
}
