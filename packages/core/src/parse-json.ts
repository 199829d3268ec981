// Shorter integers are all exact. The first finds what may be a longer one anywhere, digits in a text too; the second knows one.
const MAYBE_LONG = /(?<![.\d])\d{16}/;
const LONG_INTEGER = /^-?\d{16,}$/;

// As ECMAScript 2026 has it: the reviver is told what a value was read from. The types do not know that yet, nor do old engines.
const parse: (
  text: string,
  reviver?: (key: string, value: unknown, context?: { readonly source?: string }) => unknown,
) => unknown = JSON.parse;

/**
 * Parses JSON; throws what `fault` makes of the name of a member whose integer a number cannot hold: `JSON.parse` alone would round
 * 9007199254740993 without a word, and an id would be that of something else.
 */
export function parseJson(text: string, fault: (name: string) => Error): unknown {
  // Only where there may be one, because a reviver makes parsing several times as slow.
  if (!MAYBE_LONG.test(text)) return parse(text);
  return parse(text, (name, value, { source = "" } = {}) => {
    // Servers written in JavaScript print large numbers of their own as it does: those come back as they were.
    if (typeof value === "number" && LONG_INTEGER.test(source) && String(value) !== source) throw fault(name);
    return value;
  });
}
