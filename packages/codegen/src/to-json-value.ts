import { toPointer } from "./json-pointer.ts";
import { setMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { SpecError } from "./spec-error.ts";

/** Far deeper than any description is written, and far from where a recursive function runs out of stack. */
const deepest = 300;

/** Twenty times the largest descriptions in use. A few aliases of one long list could otherwise fill the memory. */
const mostValues = 5_000_000;

/**
 * Checks that a parsed value is what JSON can hold and copies it, so that no object is met in two places.
 *
 * @throws SpecError with the pointer of a cycle, a number that is not finite, half a character, a value of another kind,
 *   or of what is too deep or too much.
 */
export function toJsonValue(value: unknown, file: string): JsonValue {
  const above = new Set<object>();
  let count = 0;

  function fail(segments: readonly (string | number)[], problem: string, mend: string): never {
    throw new SpecError([{ file, pointer: toPointer(segments), problem, mend }]);
  }

  function copy(part: unknown, segments: readonly (string | number)[]): JsonValue {
    count += 1;
    if (count > mostValues)
      return fail([], `it holds more than ${mostValues} values`, "describe less, or use fewer aliases");
    if (part === null || typeof part === "boolean") return part;
    if (typeof part === "string") return checkText(part, segments);
    if (typeof part === "number") {
      return Number.isFinite(part) ? part : fail(segments, `${part} is not a number of JSON`, "write a finite number");
    }
    if (typeof part !== "object") return fail(segments, `a ${typeof part} is not JSON`, "write a JSON value");
    if (segments.length > deepest)
      return fail(segments.slice(0, 10), "it is nested too deeply", "use a $ref to a component");
    if (above.has(part)) return fail(segments, "an alias holds itself", "use a $ref for a recursive schema");
    above.add(part);
    const copied = Array.isArray(part)
      ? part.map((entry, index) => copy(entry, [...segments, index]))
      : copyObject(part, segments);
    above.delete(part);
    return copied;
  }

  function copyObject(part: object, segments: readonly (string | number)[]): JsonObject {
    const result: JsonObject = {};
    for (const [name, entry] of Object.entries(part)) {
      setMember(result, checkText(name, segments), copy(entry, [...segments, name]));
    }
    return result;
  }

  /** Half a character cannot be written to a file and read back. */
  function checkText(text: string, segments: readonly (string | number)[]): string {
    return /\p{Surrogate}/u.test(text) ? fail(segments, "a string is not Unicode", "write whole characters") : text;
  }

  return copy(value, []);
}
