import { configFault } from "./config-fault.ts";
import { isBytes } from "./is-bytes.ts";

// Declared to return a string, but undefined for a function or a symbol.
const stringify: (
  value: unknown,
  replacer?: (this: Readonly<Record<string, unknown>>, key: string, member: unknown) => unknown,
) => string | undefined = JSON.stringify;

// What is written for NaN, for a Map or a Blob, for a typed array, and for Node's Buffer; and for what is meant so, now and then.
const MAYBE_LOST = /null|{}|{"0":|"Buffer"/;

const LOST = /^(null|{})$/;

// The kinds of value that are written as they are, or member by member; an instance of a class is an Object too.
const WRITTEN = /Object|Array\]|String/;

/**
 * Writes `value` as JSON; a `ConfigError` naming `option` and the JSON pointer, for what JSON cannot carry. NaN, bytes and whatever
 * keeps its data out of sight are refused too: `JSON.stringify` would write null or `{}` for them without a word.
 */
export function serializeJson(value: unknown, option: string, operation: string): string {
  const pointers = new Map<unknown, string>();
  let parent = "";
  let name = "";
  // Only for objects and for what cannot be written: to write one for each number took longer than all else.
  const locate = (): string => `${parent}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const visit = function (this: Readonly<Record<string, unknown>>, key: string, member: unknown): unknown {
    parent = pointers.get(this) ?? "";
    name = key;
    if (typeof member === "object") pointers.set(member, locate());
    // As it was before its own `toJSON`, which an invalid date has, and a Buffer.
    const given = this[key];
    const isLost = given !== null && !WRITTEN.test({}.toString.call(member)) && LOST.test(String(stringify(member)));
    if (isLost || isBytes(given)) throw new Error();
    return member;
  };
  // The second time, slower, to note the place: only where something may have been lost.
  for (const replacer of [undefined, visit]) {
    try {
      const text = stringify(value, replacer);
      if (text && (replacer || !MAYBE_LOST.test(text))) return text;
    } catch {
      // What was visited last could not be written.
    }
  }
  // The whole is a member without a name, of an object that nobody sees.
  const place = locate().slice(1);
  throw configFault(
    option,
    `${place && `at ${place} `}is what JSON cannot carry: NaN, an infinity, a bigint, an invalid date, a function, bytes, a Blob, a stream, a Map, a Promise, or an object within itself`,
    operation,
  );
}
