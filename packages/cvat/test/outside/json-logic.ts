import { isObject, type JsonObject } from "./json-value.ts";
import { refuseList } from "./refusal.ts";

type Field = (name: string) => unknown;

/** Whether a row fits the JSON Logic of the `filter` parameter. `field` finds a member by its name, or refuses it. */
export function fitsFilter(filter: string, field: Field): boolean {
  return evaluate(parse(filter), field) === true;
}

function parse(filter: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(filter);
    if (isObject(parsed)) return parsed;
  } catch {
    // said below
  }
  throw refuseList("filter: must be a JSON object");
}

function evaluate(rule: unknown, field: Field): unknown {
  if (!isObject(rule)) return rule;
  const [operator = "", given] = Object.entries(rule)[0] ?? [];
  if (operator === "var") return field(String(given));
  const values = (Array.isArray(given) ? given : [given]).map((each) => evaluate(each, field));
  const [left, right, end] = values;
  if (operator === "and") return values.every(Boolean);
  if (operator === "or") return values.some(Boolean);
  if (operator === "!") return !left;
  if (operator === "!!") return left !== null && left !== undefined;
  if (operator === "==") return left === right;
  if (operator === "in") return String(right).toLowerCase().includes(String(left).toLowerCase());
  if (operator === "<") return compare(left, right) < 0;
  if (operator === ">") return compare(left, right) > 0;
  if (operator === ">=") return compare(left, right) >= 0;
  if (operator === "<=") return compare(left, right) <= 0 && (end === undefined || compare(right, end) <= 0);
  throw refuseList(`filter: ${operator} operation is not supported`);
}

/** Numbers by size, instants by time, other texts by spelling; NaN where they cannot be compared. */
export function compare(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left !== "string" || typeof right !== "string") return Number.NaN;
  const difference = Date.parse(left) - Date.parse(right);
  if (/^\d{4}-/.test(left) && !Number.isNaN(difference)) return difference;
  return left < right ? -1 : Number(left > right);
}
