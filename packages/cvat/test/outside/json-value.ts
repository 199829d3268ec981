/** A JSON object, as it came in or goes out. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The list under a name; empty where there is none. */
export function listAt(value: JsonObject, name: string): readonly unknown[] {
  const member = value[name];
  return Array.isArray(member) ? member : [];
}
