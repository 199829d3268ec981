import type { SourceGroup, SourceToken } from "./source-tree.ts";

/** A token or a bracket with what is in it. */
export type SourcePart = SourceToken | SourceGroup;

/** A bracket is met at every level it is in; its text is put together once. */
const texts = new WeakMap<SourceGroup, string>();

/** The text of one part on one line. */
export function flatPart(part: SourcePart): string {
  if ("text" in part) return part.text;
  const known = texts.get(part);
  if (known !== undefined) return known;
  const inside = part.items.map(({ parts }) => flatParts(parts)).join(`${part.separator} `);
  const padding = part.open === "{" && inside !== "" ? " " : "";
  const text = part.open + padding + inside + padding + part.close;
  texts.set(part, text);
  return text;
}

/** The text of parts on one line. */
export function flatParts(parts: readonly SourcePart[]): string {
  return parts.map((part, index) => gap(parts[index - 1], part) + flatPart(part)).join("");
}

/** The space between two parts of a line. */
export function gap(before: SourcePart | undefined, part: SourcePart): string {
  if (before === undefined) return "";
  const [left, right] = ["text" in before ? before.text : before.close, "text" in part ? part.text : part.open];
  if (/^[,;:?]$/.test(right)) return "";
  if (/^(?:[:=|&]|=>)$/.test(left) || /^(?:[=|&{]|=>)$/.test(right)) return " ";
  return part.spaceBefore ? " " : "";
}
