import { describeValue } from "./describe-value.ts";
import { findUnserializable } from "./find-unserializable.ts";
import { unsendable } from "./unsendable.ts";

/** Writes `value` as JSON; a `ConfigError` naming `option` and the place in it, for what JSON cannot carry. */
export function serializeJson(value: unknown, option: string, operation?: string): string {
  let text: string | undefined;
  try {
    // Typed as a string, but undefined for a function or a symbol.
    text = JSON.stringify(value) as string | undefined;
  } catch {
    throw unsendable(option, findUnserializable(value) ?? "cannot be written as JSON", operation);
  }
  if (text === undefined) throw unsendable(option, `is ${describeValue(value)}, which JSON cannot carry`, operation);
  // NaN and infinities become null without a word; only where there is a null is a second look worth its time.
  const lost = text.includes("null") ? findUnserializable(value) : undefined;
  if (lost !== undefined) throw unsendable(option, lost, operation);
  return text;
}
