import { unsendable } from "./unsendable.ts";

// Declared to return a string, but undefined for a function or a symbol.
const stringify: (
  value: unknown,
  replacer?: (this: unknown, key: string, member: unknown) => unknown,
) => string | undefined = JSON.stringify;

/**
 * Writes `value` as JSON; a `ConfigError` naming `option` and the JSON pointer, for what JSON cannot carry. NaN and infinities are
 * refused too: `JSON.stringify` would write null for them without a word.
 */
export function serializeJson(value: unknown, option: string, operation?: string): string {
  try {
    const text = stringify(value);
    if (text !== undefined && !text.includes("null")) return text;
  } catch {
    // Found below.
  }
  // Once more, slower, noting the place: where there is a null, it may have been NaN.
  const pointers = new Map<unknown, string>();
  let place = "";
  try {
    const text = stringify(value, function (this: unknown, key, member) {
      const parent = pointers.get(this);
      place = parent === undefined ? "" : `${parent}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      pointers.set(member, place);
      if (typeof member === "number" && !Number.isFinite(member)) throw new RangeError();
      return member;
    });
    if (text !== undefined) return text;
  } catch {
    // `place` is the value that could not be written.
  }
  throw unsendable(
    option,
    `${place && `at ${place} `}is what JSON cannot carry: NaN, an infinity, a bigint, a function, or an object within itself`,
    operation,
  );
}
