import { toPointer } from "./json-pointer.ts";
import { setMember, type JsonObject, type JsonValue } from "./json-value.ts";
import { SpecError } from "./spec-error.ts";

/**
 * Checks that a parsed value is what JSON can hold and copies it, so that no object is met in two places.
 *
 * @throws SpecError with the pointer of a cycle, a number that is not finite, half a character, or a value of another kind.
 */
export function toJsonValue(value: unknown, file: string): JsonValue {
  const above = new Set<object>();

  function fail(segments: readonly (string | number)[], problem: string, mend: string): never {
    throw new SpecError([{ file, pointer: toPointer(segments), problem, mend }]);
  }

  function copy(part: unknown, segments: readonly (string | number)[]): JsonValue {
    if (part === null || typeof part === "boolean") return part;
    if (typeof part === "string") return checkText(part, segments);
    if (typeof part === "number") {
      return Number.isFinite(part) ? part : fail(segments, `${part} is not a number of JSON`, "write a finite number");
    }
    if (typeof part !== "object") return fail(segments, `a ${typeof part} is not JSON`, "write a JSON value");
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
