import type { MockSchema } from "./mock-data.ts";
import type { Random } from "./random.ts";

/** A number between the bounds of a schema, and of its step. */
export function makeNumber(schema: MockSchema, random: Random): number {
  const step = schema.multipleOf ?? 1;
  const lowest = schema.minimum ?? Math.min(0, schema.maximum ?? 0);
  const highest = schema.maximum ?? Math.max(lowest, 0) + 100 * step;
  const first = Math.ceil(lowest / step) + (schema.exclusiveMinimum === true && lowest % step === 0 ? 1 : 0);
  const last = Math.floor(highest / step) - (schema.exclusiveMaximum === true && highest % step === 0 ? 1 : 0);
  if (first <= last) return random.integer(first, last) * step;
  return (lowest + highest) / 2;
}
