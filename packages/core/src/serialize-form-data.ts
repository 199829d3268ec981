import { isBytes } from "./is-bytes.ts";
import { scalarText } from "./scalar-text.ts";
import { serializeJson } from "./serialize-json.ts";

/**
 * Writes the members of an object as a multipart form: a `Blob` or `File` as a file with its name, bytes as a file, an array as
 * one field for each member, an object as JSON text, a date as ISO 8601. `undefined` and `null` are left out, because a form
 * has no null.
 *
 * @throws ConfigError naming the field, for what a form cannot carry, such as NaN or a function.
 */
export function serializeFormData(fields: Readonly<Record<string, unknown>>, operation: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    const members: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const member of members) {
      if (member === undefined || member === null) continue;
      if (member instanceof Blob) form.append(name, member);
      else if (isBytes(member)) form.append(name, new Blob([member]));
      else form.append(name, scalarText(member) ?? serializeJson(member, `body.${name}`, operation));
    }
  }
  return form;
}
