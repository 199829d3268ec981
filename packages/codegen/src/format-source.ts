import { flatPart, flatParts, gap, type SourcePart } from "./flat-source.ts";
import { isAssignment, readSource, type SourceGroup, type SourceItem } from "./source-tree.ts";

/** The width that lines keep to where their brackets let them. */
const width = 120;

/**
 * Formats generated TypeScript: what fits on a line stands on one, else the longest bracket of it is opened, one entry a line. Only
 * white space, and the separator before a closing bracket, change. A general formatter took half of the time of generation.
 *
 * @throws TypeError where the source has anything that the emitters do not write.
 */
export function formatSource(source: string): string {
  const statements = readSource(source).map(
    (statement, index) =>
      (statement.blankBefore && index > 0 ? "\n" : "") + layOut(statement, { indent: 0, after: "" }),
  );
  return `${statements.join("\n")}\n`;
}

interface Place {
  readonly indent: number;
  /** What follows on the same line. */
  readonly after: string;
}

function layOut({ comments, parts }: SourceItem, place: Place): string {
  const margin = " ".repeat(place.indent);
  const lines = comments.map((comment) => margin + comment.replace(/\n\s*/g, `\n${margin} `));
  if (parts.length === 0) return lines.join("\n");
  const halves = splitAssignment(parts, place);
  if (halves !== undefined) return [...lines, margin + halves.join(`\n${margin}  `) + place.after].join("\n");
  const opened = chooseOpened(parts, place);
  const line = parts.map((part, index) => {
    const text = "items" in part && opened.has(part) ? layOutGroup(part, place.indent) : flatPart(part);
    return gap(parts[index - 1], part) + text;
  });
  return [...lines, margin + line.join("") + place.after].join("\n");
}

/** The two sides of an assignment where they fit on a line each, but not on one together. */
function splitAssignment(
  parts: readonly SourcePart[],
  { indent, after }: Place,
): readonly [string, string] | undefined {
  const middle = parts.findIndex(isAssignment) + 1;
  if (middle === 0 || parts.some((part) => "items" in part && part.mustBreak)) return undefined;
  const [left, right] = [flatParts(parts.slice(0, middle)), flatParts(parts.slice(middle))];
  const [first, second] = [indent + left.length, indent + 2 + right.length + after.length];
  // On one line there is a space where the break would be.
  if (first + 1 + right.length + after.length <= width || first > width || second > width) return undefined;
  return [left, right];
}

function layOutGroup({ open, close, items, separator, trails }: SourceGroup, indent: number): string {
  const lines = items.map((item, index) => {
    const after = trails || index < items.length - 1 ? separator : "";
    return layOut(item, { indent: indent + 2, after });
  });
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${close}`;
}

/** Which brackets have to be opened so that every line fits as far as it can. */
function chooseOpened(parts: readonly SourcePart[], { indent, after }: Place): ReadonlySet<SourcePart> {
  const opened = new Set(parts.filter((part) => "items" in part && part.mustBreak));
  for (;;) {
    const longest = splitLines(parts, opened)
      .filter(({ length }) => indent + length + after.length > width)
      .flatMap(({ openable }) => openable)
      .reduce<SourcePart | undefined>(
        (found, part) => (found === undefined || isLonger(part, found) ? part : found),
        undefined,
      );
    if (longest === undefined) return opened;
    opened.add(longest);
  }
}

function isLonger(first: SourcePart, second: SourcePart): boolean {
  return flatPart(first).length > flatPart(second).length;
}

interface SourceLine {
  /** Without the margin. */
  length: number;
  /** The brackets on it that can be opened. */
  readonly openable: SourcePart[];
}

/** The lines that the parts take with these brackets opened, without what is inside those. */
function splitLines(parts: readonly SourcePart[], opened: ReadonlySet<SourcePart>): readonly SourceLine[] {
  let line: SourceLine = { length: 0, openable: [] };
  const lines = [line];
  for (const [index, part] of parts.entries()) {
    line.length += gap(parts[index - 1], part).length;
    if ("items" in part && opened.has(part)) {
      line.length += part.open.length;
      line = { length: part.close.length, openable: [] };
      lines.push(line);
      continue;
    }
    line.length += flatPart(part).length;
    if ("items" in part && part.canBreak) line.openable.push(part);
  }
  return lines;
}
