import { resolvePointer } from "./json-pointer.ts";
import { isJsonObject, member, type JsonObject, type JsonValue } from "./json-value.ts";

/** Follows `$ref` until something that is not one is met. Validation has made sure that it ends at an object. */
export function resolveReference(document: JsonValue, value: JsonValue | undefined): JsonObject {
  let current = value;
  for (let steps = 0; steps < 100; steps += 1) {
    const reference = member(current, "$ref");
    if (typeof reference !== "string") return isJsonObject(current) ? current : {};
    current = resolvePointer(document, reference.slice(1));
  }
  return {};
}

/** The name of the component schema that `value` refers to, or undefined where it is not such a reference. */
export function schemaName(value: JsonValue | undefined): string | undefined {
  const reference = member(value, "$ref");
  const match = typeof reference === "string" ? /^#\/components\/schemas\/([^/]+)$/.exec(reference) : null;
  return match?.[1]?.replaceAll("~1", "/").replaceAll("~0", "~");
}
