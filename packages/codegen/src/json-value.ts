/** What a JSON document can hold. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;

/** An object of a JSON document. Its member names come from outside: go through {@link setMember} to write one. */
export interface JsonObject {
  [name: string]: JsonValue;
}

/** Whether `value` is an object, rather than an array, null or a scalar. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own member `name` of `value`, or undefined where there is none; a member inherited from `Object` does not count. */
export function member(value: unknown, name: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The own member `name` of `value` where it is an object; an empty object where it is not. */
export function objectMember(value: unknown, name: string): JsonObject {
  const found = member(value, name);
  return isJsonObject(found) ? found : {};
}

/** Writes an own member, one named `__proto__` included, which plain assignment would take for the prototype. */
export function setMember(object: JsonObject, name: string, value: JsonValue): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

/** A deep copy that keeps members named `__proto__`. */
export function copyJson(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(copyJson);
  return isJsonObject(value) ? mapMembers(value, copyJson) : value;
}

/** A new object with the same names, each value passed through `change`. */
export function mapMembers(object: JsonObject, change: (value: JsonValue, name: string) => JsonValue): JsonObject {
  const result: JsonObject = {};
  for (const [name, value] of Object.entries(object)) setMember(result, name, change(value, name));
  return result;
}
