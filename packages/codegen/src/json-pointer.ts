import { member, type JsonValue } from "./json-value.ts";

/** A JSON pointer in a URI fragment's spelling without the `#`, such as `/paths/~1pets/get` (RFC 6901). */
export function toPointer(segments: readonly (string | number)[]): string {
  return segments.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The names and indexes of a JSON pointer. Percent escapes, which a `$ref` may carry, are decoded. */
function fromPointer(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((segment) => decode(segment).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What `pointer` names in `document`, or undefined where it names nothing. */
export function resolvePointer(document: JsonValue, pointer: string): JsonValue | undefined {
  let current: JsonValue | undefined = document;
  for (const segment of fromPointer(pointer)) {
    current = Array.isArray(current) ? current[Number(segment)] : member(current, segment);
    if (current === undefined) return undefined;
  }
  return current;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // A lone percent sign names itself.
  }
}
