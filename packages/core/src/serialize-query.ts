import { describeValue } from "./describe-value.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { scalarText } from "./scalar-text.ts";
import { unsendable } from "./unsendable.ts";

const MAX_DEPTH = 16;

/**
 * Writes query parameters, without the question mark: arrays repeat their name, objects nest (`filter[tag]=cat`), dates are
 * ISO 8601 in UTC. `undefined` and `null` are left out, within arrays and objects too, because a query has no null: `a=null`
 * would be the text "null". Pass `""` to send an empty value.
 *
 * @throws ConfigError naming the parameter, for what a query cannot carry: NaN and infinities, functions, symbols, instances of
 * classes, arrays in arrays, and halves of a surrogate pair.
 */
export function serializeQuery(query: Readonly<Record<string, unknown>>, operation?: string): string {
  const pairs: string[] = [];

  const add = (name: string, value: unknown, depth: number): void => {
    const fault = (problem: string): Error => unsendable(`params.query.${name}`, problem, operation);
    if (depth > MAX_DEPTH) throw fault("is nested too deep, or holds itself");
    if (isPlainObject(value)) {
      for (const [key, member] of Object.entries(value)) add(`${name}[${key}]`, member, depth + 1);
      return;
    }
    const members: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const member of members) {
      if (member === undefined || member === null) continue;
      const text = scalarText(member);
      if (text === undefined) throw fault(`cannot be written in a query: it is or holds ${describeValue(member)}`);
      try {
        pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
      } catch {
        throw fault("holds half of a surrogate pair, which no URL can carry");
      }
    }
  };

  for (const [name, value] of Object.entries(query)) add(name, value, 0);
  return pairs.join("&");
}
