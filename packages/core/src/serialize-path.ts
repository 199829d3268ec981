import { describeValue } from "./describe-value.ts";
import { scalarText } from "./scalar-text.ts";
import { unsendable } from "./unsendable.ts";

// URL parsers drop these segments, percent-encoded ones too (WHATWG URL, "double-dot URL path segment"): such a value would send
// the call, with its credential, to another operation.
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;

/**
 * Fills a path template such as `/task/{taskId}`. No value can add, remove or alter a segment of the path.
 *
 * @throws ConfigError naming the parameter and the operation, for a value that is missing, empty, a dot segment, or not a scalar.
 */
export function serializePath(
  template: string,
  parameters: Readonly<Record<string, unknown>> | undefined,
  operation: string,
): string {
  const given = new Map(Object.entries(parameters ?? {}));
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const text = encodeSegment(given.get(name));
    if (typeof text === "string") return text;
    throw unsendable(`params.path.${name}`, text.problem, operation);
  });
}

function encodeSegment(value: unknown): string | { problem: string } {
  if (value === undefined || value === null) return { problem: `is ${String(value)}, but the path needs it` };
  const text = scalarText(value);
  if (text === undefined) return { problem: `is ${describeValue(value)}; pass a string or a number` };
  if (text === "") return { problem: "is empty, which would name another path" };
  if (DOT_SEGMENT.test(text)) return { problem: "is a dot segment, which would name another path" };
  try {
    return encodeURIComponent(text);
  } catch {
    return { problem: "holds half of a surrogate pair, which no URL can carry" };
  }
}
