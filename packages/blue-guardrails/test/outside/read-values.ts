import { invalid, type Issue } from "./refusal.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** Refuses a list that is none or has too few or too many members. */
export function readList(body: JsonObject, name: string, most: number = Infinity): readonly unknown[] {
  const value = body[name];
  if (value === undefined) throw invalid(["body", name], "Field required", "missing");
  if (!Array.isArray(value)) throw invalid(["body", name], "Input should be a valid list", "list_type");
  if (value.length < 1) throw invalid(["body", name], "List should have at least 1 item", "too_short");
  if (value.length > most) throw invalid(["body", name], `List should have at most ${most} items`, "too_long");
  return value;
}

/** Refuses what is no text, or has too few or too many characters. */
export function readText(body: JsonObject, name: string, most: number = Infinity): string {
  const value = body[name];
  if (value === undefined) throw invalid(["body", name], "Field required", "missing");
  if (typeof value !== "string") throw invalid(["body", name], "Input should be a valid string", "string_type");
  if (value === "") throw invalid(["body", name], "String should have at least 1 character", "string_too_short");
  if (value.length > most) throw invalid(["body", name], `String should have at most ${most} characters`);
  return value;
}

/** Refuses what is no whole number of a range. */
export function readInteger(body: JsonObject, name: string, least: number, most: number = Infinity): number {
  const value = body[name];
  if (value === undefined) throw invalid(["body", name], "Field required", "missing");
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw invalid(["body", name], "Input should be a valid integer", "int_type");
  }
  if (value < least) throw invalid(["body", name], `Input should be greater than or equal to ${least}`);
  if (value > most) throw invalid(["body", name], `Input should be less than or equal to ${most}`);
  return value;
}

/** Refuses what is none of a few words. */
export function readOneOf(value: unknown, loc: Issue["loc"], allowed: readonly string[]): string {
  if (typeof value === "string" && allowed.includes(value)) return value;
  if (value === undefined || value === null) throw invalid(loc, "Field required", "missing");
  throw invalid(loc, `Input should be ${allowed.map((one) => `'${one}'`).join(" or ")}`, "enum");
}

/** Refuses an id of the path that is no UUID. */
export function readUuid(id: unknown, name: string, place = "path"): string {
  if (typeof id === "string" && isUuid(id)) return id;
  throw invalid([place, name], "Input should be a valid UUID", "uuid_parsing");
}

/** An id of a query; undefined where it is not there. */
export function queryUuid(query: URLSearchParams, name: string): string | undefined {
  const id = query.get(name);
  return id === null ? undefined : readUuid(id, name, "query");
}
