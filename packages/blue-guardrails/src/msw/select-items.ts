import type { Exchange, Item } from "@labelwire/core/msw";

const operators: Readonly<Record<string, (difference: number) => boolean>> = {
  eq: (difference) => difference === 0,
  gt: (difference) => difference > 0,
  gte: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  lte: (difference) => difference <= 0,
};

/** Narrows a list by `filter[field][operator]`, and tasks by their lane: a review has a task that it reviews. What an item does not have does not narrow it, such as the number of findings. */
export function selectItems({ params }: Exchange, items: readonly Item[]): readonly Item[] | undefined {
  const conditions = Object.entries(params.query).flatMap(([name, wanted]) => {
    const [, field, operator] = /^filter\[(\w+)\]\[(\w+)\]$/.exec(name) ?? [];
    const compare = operators[operator ?? ""];
    return field === undefined || compare === undefined ? [] : [{ field, compare, wanted }];
  });
  const { lane } = params.query;
  if (lane !== undefined) {
    return items.filter(({ source_task_id: source }) => (typeof source === "string") === (lane === "review"));
  }
  if (conditions.length === 0) return undefined;
  return items.filter((item) =>
    conditions.every(({ field, compare, wanted }) => {
      const value = item[field];
      return value === undefined || compare(difference(value, wanted));
    }),
  );
}

/** Below zero where the first is less. Instants are compared as instants, whatever their time zones. */
function difference(first: unknown, second: unknown): number {
  if (typeof first === "number") return first - Number(second);
  const [one, other] = [Date.parse(String(first)), Date.parse(String(second))];
  if (!Number.isNaN(one) && !Number.isNaN(other)) return one - other;
  return String(first) < String(second) ? -1 : Number(String(first) !== String(second));
}
