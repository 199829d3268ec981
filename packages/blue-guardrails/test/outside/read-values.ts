import { invalid } from "./refusal.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** Refuses a list that is none or has too few or too many members. */
export function readList(body: JsonObject, name: string, most = Infinity): readonly unknown[] {
  const value = body[name];
  if (value === undefined) throw invalid(["body", name], "Field required", "missing");
  if (!Array.isArray(value)) throw invalid(["body", name], "Input should be a valid list", "list_type");
  if (value.length < 1) throw invalid(["body", name], "List should have at least 1 item", "too_short");
  if (value.length > most) throw invalid(["body", name], `List should have at most ${most} items`, "too_long");
  return value;
}

export function readText(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value === "string" && value !== "") return value;
  throw invalid(["body", name], "Field required", "missing");
}

/** Refuses an id of the path that is no UUID. */
export function readUuid(id: string | undefined, name: string): string {
  if (id === undefined || !isUuid(id)) throw invalid(["path", name], "Input should be a valid UUID", "uuid_parsing");
  return id;
}
