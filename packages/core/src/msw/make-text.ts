import type { MockSchema } from "./mock-data.ts";
import { plausibleString } from "./plausible-string.ts";
import type { Random } from "./random.ts";

/**
 * A text, or the bytes of a file, for a property of that name.
 *
 * @param sample - A text that is valid there, for a schema that text cannot be made up for.
 */
export function makeText(
  schema: MockSchema,
  { name, sample }: { readonly name: string; readonly sample: unknown },
  random: Random,
): unknown {
  if (schema.format === "binary") return new Blob([plausibleString({ name, format: undefined }, random)]);
  // Text that matches any given pattern cannot be made up; the compiled sample does match.
  if (schema.pattern !== undefined && sample !== undefined) return sample;
  const text = plausibleString({ name, format: schema.format }, random);
  return text.padEnd(schema.minLength ?? 0, "-").slice(0, schema.maxLength ?? text.length + (schema.minLength ?? 0));
}
