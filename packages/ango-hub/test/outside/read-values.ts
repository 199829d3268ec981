import { Refusal } from "./refusal.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Refuses with 400 unless the value is an object. */
export function readObject(value: unknown, name: string): JsonObject {
  if (!isObject(value)) throw new Refusal(400, `${name} must be an object`);
  return value;
}

export function readString(value: unknown, name: string): string {
  if (typeof value !== "string" || value === "") throw new Refusal(400, `${name} is required`);
  return value;
}

export function readList(value: unknown, name: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal(400, `${name} must be an array`);
  return value;
}

export function readStrings(value: unknown, name: string): readonly string[] {
  return readList(value, name).map((item, index) => readString(item, `${name}[${index}]`));
}

export function readOneOf(value: unknown, name: string, allowed: readonly string[]): string {
  const text = readString(value, name);
  if (!allowed.includes(text)) throw new Refusal(400, `${name} must be one of ${allowed.join(", ")}`);
  return text;
}

/** Reads a whole number of a query. */
export function readCount(text: string | null, { name, otherwise, most }: CountLimits): number {
  if (text === null) return otherwise;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > most)
    throw new Refusal(400, `${name} must be from 1 to ${most}`);
  return count;
}

export interface CountLimits {
  readonly name: string;
  readonly otherwise: number;
  readonly most: number;
}

/** Reads a switch of a query, which is one of the words `true` and `false`. */
export function readSwitch(query: URLSearchParams, name: string): boolean {
  return readOneOf(query.get(name) ?? "false", name, ["true", "false"]) === "true";
}

/** Reads JSON out of a query parameter; undefined where the parameter is not there. */
export function readQueryJson(query: URLSearchParams, name: string): unknown {
  const text = query.get(name);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, `${name} must be JSON`);
  }
}

/** Refuses with 404 what is not an object id, and the one id that nothing has. */
export function readId(id: string | undefined, what: string): string {
  if (id === undefined || !/^[0-9a-f]{24}$/.test(id) || /^0+$/.test(id)) throw new Refusal(404, `${what} not found`);
  return id;
}
