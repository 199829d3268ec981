import { member, type JsonObject } from "./json-value.ts";

/** A number within the bounds of `schema`: 1 where it fits, else the nearest multiple of `multipleOf` that does. */
export function sampleNumber(schema: JsonObject): number {
  const step = numberMember(schema, "multipleOf") ?? 1;
  const lowest = bound(schema, { inclusive: "minimum", exclusive: "exclusiveMinimum" });
  const highest = bound(schema, { inclusive: "maximum", exclusive: "exclusiveMaximum" });
  if (lowest !== undefined && (lowest.isExclusive ? step <= lowest.value : step < lowest.value)) {
    const multiple = Math.ceil(lowest.value / step) * step;
    const next = lowest.isExclusive && multiple <= lowest.value ? multiple + step : multiple;
    // Bounds closer together than a step leave no multiple; halfway fits a number, and the check says so where it does not.
    return highest !== undefined && next > highest.value ? (lowest.value + highest.value) / 2 : next;
  }
  if (highest !== undefined && (highest.isExclusive ? step >= highest.value : step > highest.value)) {
    const multiple = Math.floor(highest.value / step) * step;
    const next = highest.isExclusive && multiple >= highest.value ? multiple - step : multiple;
    return lowest !== undefined && next < lowest.value ? (lowest.value + highest.value) / 2 : next;
  }
  return step;
}

interface Bound {
  readonly value: number;
  readonly isExclusive: boolean;
}

/** OpenAPI 3.0 marks a bound as exclusive with a flag, 3.1 gives the exclusive bound itself. */
function bound(schema: JsonObject, names: { inclusive: string; exclusive: string }): Bound | undefined {
  const exclusive = member(schema, names.exclusive);
  if (typeof exclusive === "number") return { value: exclusive, isExclusive: true };
  const value = numberMember(schema, names.inclusive);
  return value === undefined ? undefined : { value, isExclusive: exclusive === true };
}

function numberMember(schema: JsonObject, name: string): number | undefined {
  const value = member(schema, name);
  return typeof value === "number" ? value : undefined;
}
