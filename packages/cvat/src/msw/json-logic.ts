/** Reads a property of an item by the name that a filter knows it by. */
export type ReadField = (name: string) => unknown;

/** A condition that cannot be read. */
export class LogicError extends Error {}

/**
 * Whether a condition in JSON Logic holds: the part of it that CVAT's filters know, `and`, `or`, `!`, `!!`, `var`, comparisons, `in`,
 * and `<=` between two bounds.
 *
 * @throws LogicError for another operator.
 */
export function holdsLogic(condition: unknown, field: ReadField): boolean {
  return Boolean(evaluate(condition, field));
}

function evaluate(rule: unknown, field: ReadField): unknown {
  if (typeof rule !== "object" || rule === null || Array.isArray(rule)) return rule;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(rule);
  const [[operator, operands] = ["", []], ...others] = entries;
  if (others.length > 0) throw new LogicError("a condition has one operator");
  const parts: readonly unknown[] = Array.isArray(operands) ? operands : [operands];
  if (operator === "var") return field(String(parts[0]));
  const values = parts.map((part) => evaluate(part, field));
  switch (operator) {
    case "and":
      return values.every(Boolean);
    case "or":
      return values.some(Boolean);
    case "!":
      return !values[0];
    case "!!":
      return Boolean(values[0]);
    case "==":
      return text(values[0]) === text(values[1]);
    case "in":
      return isIn(values[0], values[1]);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return values.slice(1).every((value, index) => isOrdered(operator, values[index], value));
    default:
      throw new LogicError(`there is no operator ${JSON.stringify(operator)}`);
  }
}

function isIn(value: unknown, place: unknown): boolean {
  if (Array.isArray(place)) return place.some((one) => text(one) === text(value));
  return text(place).toLowerCase().includes(text(value).toLowerCase());
}

function isOrdered(operator: "<" | "<=" | ">" | ">=", first: unknown, second: unknown): boolean {
  const [one, other] =
    typeof first === "number" && typeof second === "number" ? [first, second] : [text(first), text(second)];
  switch (operator) {
    case "<":
      return one < other;
    case "<=":
      return one <= other;
    case ">":
      return one > other;
    case ">=":
      return one >= other;
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
