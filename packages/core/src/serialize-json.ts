import { configFault } from "./config-fault.ts";

// Declared to return a string, but undefined for a function or a symbol.
const stringify: (
  value: unknown,
  replacer?: (this: unknown, key: string, member: unknown) => unknown,
) => string | undefined = JSON.stringify;

/**
 * Writes `value` as JSON; a `ConfigError` naming `option` and the JSON pointer, for what JSON cannot carry. NaN and infinities are
 * refused too: `JSON.stringify` would write null for them without a word.
 */
export function serializeJson(value: unknown, option: string, operation: string): string {
  const pointers = new Map<unknown, string>();
  let place = "";
  const visit = function (this: unknown, key: string, member: unknown): unknown {
    const parent = pointers.get(this);
    place = parent === undefined ? "" : `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    pointers.set(member, place);
    if (typeof member === "number" && !Number.isFinite(member)) throw new RangeError();
    return member;
  };
  // The second time, slower, to note the place: where there is a null, it may have been NaN.
  for (const replacer of [undefined, visit]) {
    try {
      const text = stringify(value, replacer);
      if (text && (replacer || !text.includes("null"))) return text;
    } catch {
      // `place` is the value that could not be written.
    }
  }
  throw configFault(
    option,
    `${place && `at ${place} `}is what JSON cannot carry: NaN, an infinity, a bigint, a function, or an object within itself`,
    operation,
  );
}
