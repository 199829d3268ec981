import { configFault } from "./config-fault.ts";
import { encodeText } from "./encode-text.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { scalarText } from "./scalar-text.ts";

const MAX_DEPTH = 16;

/**
 * Writes query parameters, without the question mark: arrays repeat their name, objects nest (`filter[tag]=cat`), dates are
 * ISO 8601 in UTC. `undefined` and `null` are left out, within arrays and objects too, because a query has no null: `a=null`
 * would be the text "null". Pass `""` to send an empty value.
 *
 * @throws ConfigError naming the parameter, for what cannot be written as text: NaN and infinities, functions, symbols, instances of
 * classes, arrays in arrays, and halves of a surrogate pair.
 */
export function serializeQuery(
  query: Readonly<Record<string, unknown>>,
  operation: string,
  place = "params.query",
): string {
  const pairs: string[] = [];
  const add = (name: string, value: unknown, depth: number): void => {
    if (value === undefined || value === null) return;
    const option = `${place}.${name}`;
    const text = scalarText(value);
    if (text !== undefined) pairs.push(`${encodeText(name, option, operation)}=${encodeText(text, option, operation)}`);
    else if (Array.isArray(value) && depth < MAX_DEPTH) for (const member of value) add(name, member, MAX_DEPTH);
    else if (isPlainObject(value) && depth < MAX_DEPTH) {
      for (const [key, member] of Object.entries(value)) add(`${name}[${key}]`, member, depth + 1);
    } else {
      const problem =
        "is or holds what cannot be written as text; pass text, finite numbers, booleans, dates, or lists of them";
      throw configFault(option, problem, operation);
    }
  };
  for (const [name, value] of Object.entries(query)) add(name, value, 0);
  return pairs.join("&");
}
