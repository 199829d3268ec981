import { parseYaml } from "./parse-yaml.ts";
import type { JsonValue } from "./json-value.ts";
import { sourceFault } from "./source-fault.ts";
import { SpecError } from "./spec-error.ts";
import { toJsonValue } from "./to-json-value.ts";

/**
 * Parses a description in YAML or JSON.
 *
 * @param text - The whole of it.
 * @param file - Its name for messages.
 * @throws SpecError where it is neither, with the place; where it is a page of HTML; where it is too deep or too much.
 */
export function parseSpecText(text: string, file: string): JsonValue {
  if (/^\s*</.test(text)) {
    const mend = "pass the description itself: this is a page for people, such as a viewer or a login";
    throw sourceFault(file, "it is HTML or XML", mend);
  }
  if (text.trim() === "") throw sourceFault(file, "it is empty", "pass an OpenAPI description in YAML or JSON");
  const json = /^\s*[{[]/.test(text) ? parseJson(text, file) : undefined;
  if (json !== undefined) return json;
  return parseYaml(text, file);
}

/** Undefined for what is not JSON: it may be YAML that begins like it, and the YAML parser says better where it is wrong. */
function parseJson(text: string, file: string): JsonValue | undefined {
  try {
    return toJsonValue(JSON.parse(text), file);
  } catch (error) {
    if (error instanceof SpecError) throw error;
    return undefined;
  }
}
