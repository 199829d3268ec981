import { isPlainObject } from "@labelwire/core";

/** True for an instant, as an item has it, that is inside. */
export type Range = (instant: unknown) => boolean;

/** A span of time from a query, such as `{"$gt":"2026-01-01T00:00:00.000Z"}`; all of time where none was sent, null where it is something else. */
export function readRange(value: unknown): Range | null {
  if (value === undefined || value === "") return () => true;
  const range = parse(value);
  if (!isPlainObject(range)) return null;
  const { $gt: after, $lt: before } = range;
  return (instant) => {
    const ms = Date.parse(String(instant));
    return !(ms <= Date.parse(String(after))) && !(ms >= Date.parse(String(before)));
  };
}

function parse(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return undefined;
  }
}
