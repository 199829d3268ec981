import { isPlainObject } from "@labelwire/core";
import type { Exchange, Item } from "@labelwire/core/msw";

const operators: Readonly<Record<string, (difference: number) => boolean>> = {
  eq: (difference) => difference === 0,
  gt: (difference) => difference > 0,
  gte: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  lte: (difference) => difference <= 0,
};

/** Narrows a list by `filter[field][operator]`. What an item does not have does not narrow it. */
export function selectItems({ params }: Exchange, items: readonly Item[]): readonly Item[] | undefined {
  const conditions = Object.entries(params.query).flatMap(([name, wanted]) => {
    const [, field, operator] = /^filter\[(\w+)\]\[(\w+)\]$/.exec(name) ?? [];
    const compare = operators[operator ?? ""];
    return field === undefined || compare === undefined ? [] : [{ field, compare, wanted }];
  });
  if (conditions.length === 0) return undefined;
  return items.filter((item) =>
    conditions.every(({ field, compare, wanted }) => {
      const value = field === "hallucination_count" ? countFindings(item) : item[field];
      return value === undefined || compare(difference(value, wanted));
    }),
  );
}

/** The findings of a message: those of its evaluation, none where it was not evaluated, unknown where the evaluation lists none. */
function countFindings({ evaluation }: Item): number | undefined {
  if (evaluation === null) return 0;
  if (!isPlainObject(evaluation)) return undefined;
  const { annotations } = evaluation;
  return Array.isArray(annotations) ? annotations.length : undefined;
}

/** Below zero where the first is less. Instants are compared as instants, whatever their time zones. */
function difference(first: unknown, second: unknown): number {
  if (typeof first === "number") return first - Number(second);
  const [one, other] = [Date.parse(String(first)), Date.parse(String(second))];
  if (!Number.isNaN(one) && !Number.isNaN(other)) return one - other;
  return String(first) < String(second) ? -1 : Number(String(first) !== String(second));
}
