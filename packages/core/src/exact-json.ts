import { changePlaces } from "./change-places.ts";
import { integerDigits } from "./integer-digits.ts";
import { mapPlaces } from "./map-places.ts";
import { serializeJson } from "./serialize-json.ts";

/**
 * Writes JSON in which what is at `places` is an integer with all its digits, given as a string, a bigint or a safe number.
 *
 * `JSON.rawJSON` could write them too, but not every browser in use has it (Safari since 18.4). So they are written as strings
 * with a mark that nothing else in the text begins with, and the marks and quotes are taken away.
 *
 * @param option - What errors call the value, such as `body`.
 * @throws ConfigError naming the place, for what is no 64-bit integer, and for what JSON cannot carry.
 */
export function writeExactJson(
  value: unknown,
  places: readonly string[],
  { option, operation }: { readonly option: string; readonly operation: string },
): string {
  for (let mark = "integer:"; ; mark += ":") {
    let count = 0;
    const change = (given: unknown, name: string): unknown => {
      // Where a named member and `*` lead to the same place.
      if (typeof given === "string" && given.startsWith(mark)) return given;
      const digits = integerDigits(given, name, operation);
      if (typeof digits !== "string") return digits;
      count += 1;
      return mark + digits;
    };
    const marked = serializeJson(mapPlaces(value, places, { name: option, change }), option, operation);
    const [before = "", ...after] = marked.split(`"${mark}`);
    if (after.length === count) return before + after.map((part) => part.replace('"', "")).join("");
  }
}

/**
 * Parses JSON; an integer at `places` comes as a string of digits, and so does any other that a number cannot hold.
 *
 * The reviver of `JSON.parse` could tell digits too, but not every browser in use passes the source text, and it makes parsing
 * several times as slow. So long integers are put into quotes first, where there are any.
 *
 * @throws SyntaxError for what is not JSON.
 */
export function parseExactJson(text: string, places: readonly string[]): unknown {
  // Parsed first as it is: what is put into quotes below is known to be JSON.
  const parsed: unknown = JSON.parse(text);
  const exact: unknown = /\d{16}/.test(text) ? JSON.parse(quoteLongIntegers(text)) : parsed;
  // What is still a number prints the digits it was read from; those that would not are in quotes.
  const change = (value: unknown): unknown => (Number.isInteger(value) ? String(value) : value);
  return changePlaces(exact, places, change);
}

function quoteLongIntegers(text: string): string {
  const token = /"|(?<![.\deE+-])-?\d{16}/g;
  const rest = /[\d.eE+-]*/y;
  let quoted = "";
  let end = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    if (found[0] === '"') {
      token.lastIndex = endOfString(text, token.lastIndex);
      continue;
    }
    rest.lastIndex = token.lastIndex;
    const number = found[0] + String(rest.exec(text)?.[0]);
    token.lastIndex = found.index + number.length;
    if (/[.eE]/.test(number) || String(Number(number)) === number) continue;
    quoted += `${text.slice(end, found.index)}"${number}"`;
    end = token.lastIndex;
  }
  return quoted + text.slice(end);
}

/** The index after the quote that ends the string which begins before `start`. */
function endOfString(text: string, start: number): number {
  const edge = /["\\]/g;
  edge.lastIndex = start;
  for (let found = edge.exec(text); found; found = edge.exec(text)) {
    if (found[0] === '"') return edge.lastIndex;
    edge.lastIndex += 1; // What a backslash escapes.
  }
  return text.length;
}
