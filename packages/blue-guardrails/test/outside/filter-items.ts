import type { JsonObject } from "./read-values.ts";
import { invalid } from "./refusal.ts";

/** Keeps what every `filter[field][operator]` of a query holds for: instants, numbers and texts. */
export function filterItems(query: URLSearchParams, items: readonly JsonObject[]): readonly JsonObject[] {
  return [...query].reduce<readonly JsonObject[]>((left, [name, wanted]) => {
    const [, field, operator] = /^filter\[(\w+)\]\[(\w+)\]$/.exec(name) ?? [];
    if (field === undefined || operator === undefined) return left;
    return left.filter((item) => holds(operator, compare(item[field], wanted, name)));
  }, items);
}

function holds(operator: string, order: number): boolean {
  if (operator === "eq") return order === 0;
  if (operator === "gt") return order > 0;
  if (operator === "gte") return order >= 0;
  return operator === "lt" ? order < 0 : order <= 0;
}

function compare(value: unknown, wanted: string, name: string): number {
  if (typeof value === "number") return value - Number(wanted);
  const text = String(value);
  if (!/^\d{4}-/.test(text)) return text === wanted ? 0 : 1;
  const instant = Date.parse(wanted);
  if (Number.isNaN(instant)) throw invalid(["query", name], "Input should be a valid datetime", "datetime_parsing");
  return Date.parse(text) - instant;
}
