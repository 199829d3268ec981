import { configFault } from "./config-fault.ts";
import { isBytes } from "./is-bytes.ts";
import { isPlainObject } from "./is-plain-object.ts";

/**
 * Writes `value` as JSON; a `ConfigError` naming `option` and the JSON pointer, for what JSON cannot carry. NaN, bytes, functions and
 * whatever keeps its data out of sight are refused too: `JSON.stringify` would write null, `{}` or nothing for them without a word.
 */
export function serializeJson(value: unknown, option: string, operation: string): string {
  // The objects that lead to what is looked at, and its name in each.
  const above: unknown[] = [];
  const names: string[] = [];
  const check = (given: unknown, isOfClass?: boolean): void => {
    if (typeof given === "string" || Number.isFinite(given)) return;
    // As JSON.stringify does, of what is no object too. An invalid date gives null.
    const { toJSON } = Object(given) as { readonly toJSON?: unknown };
    const member: unknown = typeof toJSON === "function" ? toJSON.call(given) : given;
    if (typeof member !== "object" || member === null) {
      const isLost: Partial<Record<string, boolean>> = {
        number: !Number.isFinite(member),
        bigint: true,
        function: !isOfClass,
        symbol: !isOfClass,
        object: given !== null,
      };
      if (isLost[typeof member]) throw new Error();
      return;
    }
    const keys = Object.keys(member);
    // A Map, a Blob or a Promise, but no empty list or object.
    const isHidden =
      !keys[0] && !/Object|Array\]/.test({}.toString.call(member)) && /^[{n]/.test(JSON.stringify(member));
    if (isHidden || isBytes(given) || above.includes(member)) throw new Error();
    const depth = above.push(member);
    for (const key of keys) {
      names[depth - 1] = key;
      check(member[key as never], !Array.isArray(member) && !isPlainObject(member));
    }
    above.pop();
  };
  try {
    check(value);
    return JSON.stringify(value);
  } catch {
    const place = names
      .slice(0, above.length)
      .map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .join("");
    throw configFault(
      option,
      `${place && `at ${place} `}is what JSON cannot carry: NaN, an infinity, a bigint, an invalid date, a function, bytes, a Blob, a stream, a Map, a Promise, or an object within itself`,
      operation,
    );
  }
}
