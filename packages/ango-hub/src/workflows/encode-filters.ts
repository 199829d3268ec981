import { ConfigError, isPlainObject } from "@labelwire/core";

/**
 * A MongoDB query as the JSON text that the platform takes.
 *
 * `JSON.stringify` turns a RegExp or a Map into `{}`, leaves undefined out and makes null of NaN: each would widen what the
 * filter selects without a word, so each is refused by its place.
 */
export function encodeFilters(option: string, filters: Readonly<Record<string, unknown>>): string {
  checkValue(option, filters, []);
  return JSON.stringify(filters);
}

function checkValue(place: string, value: unknown, parents: readonly object[]): void {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number" && Number.isFinite(value)) return;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return;
  if (value instanceof RegExp) throw refuse(place, 'is a RegExp; write { "$regex": "…" }');
  if (typeof value !== "object" || value instanceof Date)
    throw refuse(place, `is ${describe(value)}, which JSON cannot hold`);
  if (parents.includes(value)) throw refuse(place, "holds itself");
  const path = [...parents, value];
  if ("toJSON" in value && typeof value.toJSON === "function") {
    const written: unknown = Reflect.apply(value.toJSON, value, []);
    checkValue(place, written, path);
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkValue(`${place}[${index}]`, item, path);
    return;
  }
  if (!isPlainObject(value)) throw refuse(place, "is not a plain object");
  for (const [name, member] of Object.entries(value)) checkValue(`${place}.${name}`, member, path);
}

function describe(value: unknown): string {
  return typeof value === "number" ? String(value) : value instanceof Date ? "an invalid Date" : typeof value;
}

function refuse(option: string, fault: string): ConfigError {
  return new ConfigError({ option, message: `${option} ${fault}.` });
}
