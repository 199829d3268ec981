import { memberAccess, objectLiteral } from "./emit-text.ts";

/** An expression, and what tells it from others. */
export interface SharableExpression {
  /** What it is called after where it is shared, such as the schema of a response. */
  readonly name: string;
  /** Equal for expressions that may stand for one another. */
  readonly key: string;
  readonly expression: string;
}

/** Expressions that are written once, however many places refer to them. */
export interface SharedExpressions {
  /** What to write in the place of an expression: itself where it stands alone, else a reference. */
  of(expression: SharableExpression): string;
  /** The constant that holds what is referred to; empty where nothing is met twice. */
  readonly declaration: string;
}

/** A shorter text is better read where it stands. */
const worthSharing = 60;

/**
 * Finds the expressions that several places have in common. An API answers most operations with the same few failures; written out at
 * each, they are most of a file.
 *
 * @param variable - The constant that holds the shared ones.
 * @param type - The type that each of them has.
 * @param expressions - All there are, in the order in which shared ones are declared.
 */
export function shareExpressions(
  { variable, type }: { variable: string; type: string },
  expressions: readonly SharableExpression[],
): SharedExpressions {
  const counts = new Map<string, number>();
  for (const { key } of expressions) counts.set(key, (counts.get(key) ?? 0) + 1);
  const names = new Map<string, string>();
  const numbers = new Map<string, number>();
  const members: [name: string, expression: string][] = [];
  for (const { name, key, expression } of expressions) {
    if (names.has(key) || counts.get(key) === 1 || expression.length < worthSharing) continue;
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    const chosen = number === 1 ? name : `${name} (${number})`;
    names.set(key, chosen);
    members.push([chosen, expression]);
  }
  return {
    of({ key, expression }) {
      const name = names.get(key);
      return name === undefined ? expression : memberAccess(variable, name);
    },
    declaration:
      members.length === 0
        ? ""
        : `const ${variable} = ${objectLiteral(members)} satisfies Record<string, ${type}>;\n\n`,
  };
}
