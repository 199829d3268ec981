import { isJsonObject, type JsonValue } from "./json-value.ts";

/** Words in the name of an extension that say its value is for reading. */
const proseWords = new Set(
  "comment comments description descriptions doc docs documentation example examples logo markdown note notes readme sample samples summary title".split(
    " ",
  ),
);

/** A longer string is a text rather than a fact. */
const longestFact = 200;

/** Whether an extension (`x-…`) is documentation, such as code samples, rather than a fact about the interface, such as a prefix. */
export function carriesProse(name: string, value: JsonValue): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  // `x-doc-era: 2025` dates a fact: one word alone decides only where it ends the name.
  return (
    proseWords.has(words.at(-1) ?? "") || words.includes("samples") || words.includes("example") || holdsText(value)
  );
}

function holdsText(value: JsonValue): boolean {
  if (typeof value === "string") return value.length > longestFact || /[\n\r]/.test(value);
  if (Array.isArray(value)) return value.some(holdsText);
  return isJsonObject(value) && Object.values(value).some(holdsText);
}
