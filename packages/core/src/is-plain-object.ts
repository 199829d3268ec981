/** True for what `{}` and `JSON.parse` make, and for objects without a prototype; false for instances of classes. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Objects of another realm (a frame, a test runner's sandbox) have that realm's Object.prototype, whose own is null.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
