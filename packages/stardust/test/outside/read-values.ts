import { Refusal } from "./refusal.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

/** What a parameter that cannot be used is called; each set has a code of its own for it. */
export interface Parameter {
  readonly name: string;
  readonly code: number;
}

/** A `long`, which is an integer and no text; in a query all is text. */
export function readId(value: unknown, name: string): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  throw new Refusal(400, `Invalid Parameter ${name}`);
}

/** A `long` in a query. */
export function readDigits(value: string | null, name: string): bigint {
  if (value === null || !/^\d+$/.test(value)) throw new Refusal(400, `Invalid Parameter ${name}`);
  return BigInt(value);
}

export function readNumber(value: unknown, { name, code }: Parameter): number {
  if (typeof value !== "number" || Number.isNaN(value)) throw new Refusal(code, `Invalid Parameter ${name}`);
  return value;
}

export function readText(value: unknown, { name, code }: Parameter): string {
  if (typeof value !== "string" || value === "") throw new Refusal(code, `Invalid Parameter ${name}`);
  return value;
}

/** A text that may take so many bytes in UTF-8. */
export function readName(value: unknown, parameter: Parameter, mostBytes: number): string {
  const text = readText(value, parameter);
  if (Buffer.byteLength(text) > mostBytes) throw new Refusal(parameter.code, `${parameter.name} is too long`);
  return text;
}

export function readList(value: unknown, { name, code }: Parameter): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal(code, `Invalid Parameter ${name}`);
  return value;
}

export function readTexts(value: unknown, parameter: Parameter): readonly string[] {
  return readList(value, parameter).map((item) => readText(item, parameter));
}

export function readObject(value: unknown, { name, code }: Parameter): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Refusal(code, `Invalid Parameter ${name}`);
  }
  return { ...value };
}

/** A whole number that is one of a few. */
export function readOneOf(value: unknown, parameter: Parameter, allowed: readonly number[]): number {
  const number = readNumber(value, parameter);
  if (!allowed.includes(number)) throw new Refusal(parameter.code, `Invalid Parameter ${parameter.name}`);
  return number;
}

/** A day such as `2026-01-31`, if there is one. */
export function readDay(value: unknown, { name, code }: Parameter): string | undefined {
  if (value === undefined) return undefined;
  const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!isDay) throw new Refusal(code, `Invalid Parameter ${name}`);
  return value;
}
