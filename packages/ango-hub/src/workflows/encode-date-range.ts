import { checkMembers, ConfigError } from "@labelwire/core";
import { readInstant } from "./read-instant.ts";

/**
 * A span of time; both ends are left out of it, and either may be missing. A string is an ISO 8601 date, taken as its midnight
 * in UTC, or a date and time with its zone.
 */
export interface DateRange {
  /** Later than this. */
  readonly after?: Date | string;
  /** Earlier than this. */
  readonly before?: Date | string;
}

/** The span as the platform takes it, a JSON text such as `{"$gt":"2026-01-01T00:00:00.000Z"}`; undefined for an open one. */
export function encodeDateRange(option: string, range: DateRange): string | undefined {
  checkMembers(option, range, { after: undefined, before: undefined });
  const after = range.after === undefined ? undefined : readInstant(`${option}.after`, range.after);
  const before = range.before === undefined ? undefined : readInstant(`${option}.before`, range.before);
  if (after !== undefined && before !== undefined && before <= after) {
    const message = `${option}.before is not later than ${option}.after, so that nothing can be in between.`;
    throw new ConfigError({ option: `${option}.before`, message });
  }
  return after === undefined && before === undefined ? undefined : JSON.stringify({ $gt: after, $lt: before });
}
