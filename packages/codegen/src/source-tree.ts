/** Brackets and what is between them. */
export interface SourceGroup {
  readonly open: string;
  readonly close: string;
  readonly items: readonly SourceItem[];
  readonly separator: "," | ";";
  /** Whether the last of items that have lines of their own is followed by the separator too. A list of types must not be. */
  readonly trails: boolean;
  /** Whether its items may have lines of their own. An index such as `a["b"]` may not, nor may parentheses around a type. */
  readonly canBreak: boolean;
  /** Whether they have to: a documentation comment takes a line. */
  readonly mustBreak: boolean;
  readonly spaceBefore: boolean;
}

/** A token that is no bracket, and whether it stands apart from what is before it. */
export interface SourceToken {
  readonly text: string;
  readonly spaceBefore: boolean;
}

/** What stands between two separators, or a statement. */
export interface SourceItem {
  /** Documentation comments, each of which takes lines of its own. */
  readonly comments: readonly string[];
  readonly parts: readonly (SourceToken | SourceGroup)[];
  /** Whether an empty line goes before it. */
  readonly blankBefore: boolean;
}

const tokenPattern =
  /(?<space>\s+)|(?<token>\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|=>|[A-Za-z0-9_$.+-]+|[()[\]{}<>,;:?=|&!])/y;

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/**
 * Reads what the emitters write into a tree of brackets. It knows no more of TypeScript than they use: quoted strings,
 * statements that end at the end of a line, and angle brackets only around types.
 *
 * @throws TypeError for anything else, so that no source is changed that was not understood.
 */
export function readSource(source: string): readonly SourceItem[] {
  const reader = new TokenReader(source);
  const statements: SourceItem[] = [];
  while (!reader.atEnd()) statements.push(readItem(reader, { closer: "", isStatement: true }));
  return statements.filter(({ comments, parts }) => comments.length > 0 || parts.length > 0);
}

interface Token extends SourceToken {
  /** The line breaks before it. */
  readonly lines: number;
}

/** The tokens of a source, one after the other. */
class TokenReader {
  readonly #source: string;
  #position = 0;
  #next: Token | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#next = this.#read();
  }

  atEnd(): boolean {
    return this.#next === undefined;
  }

  peek(): Token | undefined {
    return this.#next;
  }

  take(): Token {
    const token = this.#next;
    if (token === undefined) throw new TypeError("The generated source ends in the middle.");
    this.#next = this.#read();
    return token;
  }

  #read(): Token | undefined {
    let space = "";
    while (this.#position < this.#source.length) {
      tokenPattern.lastIndex = this.#position;
      const groups = tokenPattern.exec(this.#source)?.groups;
      if (groups === undefined) {
        throw new TypeError(
          `The generated source has something unknown at ${this.#source.slice(this.#position, this.#position + 40)}`,
        );
      }
      this.#position = tokenPattern.lastIndex;
      if (groups["token"] !== undefined) {
        return { text: groups["token"], spaceBefore: space !== "", lines: space.split("\n").length - 1 };
      }
      space = groups["space"] ?? "";
    }
    return undefined;
  }
}

interface Surroundings {
  /** The bracket that ends what is read; empty outside of brackets. */
  readonly closer: string;
  readonly isStatement: boolean;
}

function readItem(reader: TokenReader, { closer, isStatement }: Surroundings): SourceItem {
  const comments: string[] = [];
  const parts: (SourceToken | SourceGroup)[] = [];
  const blankBefore = (reader.peek()?.lines ?? 0) > 1;
  for (let next = reader.peek(); next !== undefined && next.text !== closer; next = reader.peek()) {
    if (!isStatement && (next.text === "," || next.text === ";")) break;
    if (isStatement && next.lines > 0 && parts.length + comments.length > 0 && !isAssignment(parts.at(-1))) break;
    if (/^\/(?:\/|\*\*)/.test(next.text)) {
      if (parts.length > 0)
        throw new TypeError(`The generated source has a comment in the middle: ${next.text.slice(0, 40)}`);
      comments.push(reader.take().text);
    } else if (Object.hasOwn(closers, next.text)) parts.push(readGroup(reader, parts.at(-1)));
    else parts.push(reader.take());
  }
  return { comments, parts: isInterface(parts) ? parts.map(openBody) : parts, blankBefore };
}

/** An interface is read member by member, however short it is. */
function isInterface(parts: readonly (SourceToken | SourceGroup)[]): boolean {
  return parts.slice(0, 2).some((part) => "text" in part && part.text === "interface");
}

function openBody(part: SourceToken | SourceGroup): SourceToken | SourceGroup {
  return "items" in part && part.open === "{" && part.items.length > 0 ? { ...part, mustBreak: true } : part;
}

/** Whether a statement goes on in the next line. */
export function isAssignment(part: SourceToken | SourceGroup | undefined): boolean {
  return part !== undefined && "text" in part && part.text === "=";
}

function readGroup(reader: TokenReader, before: SourceToken | SourceGroup | undefined): SourceGroup {
  const { text: open, spaceBefore } = reader.take();
  const close = closers[open] ?? "";
  const items: SourceItem[] = [];
  const separators = new Set<string>();
  while (reader.peek()?.text !== close) {
    items.push(readItem(reader, { closer: close, isStatement: false }));
    const next = reader.peek()?.text;
    if (next === "," || next === ";") separators.add(reader.take().text);
    else if (next !== close) throw new TypeError(`The generated source lacks a ${close}.`);
  }
  reader.take();
  const isIndex =
    open === "[" && before !== undefined && !spaceBefore && !/[:=|&]$/.test("text" in before ? before.text : "");
  const isCall = open === "(" && !spaceBefore && before !== undefined;
  const canBreak = items.length > 0 && (open === "{" || open === "<" || (open === "[" && !isIndex) || isCall);
  const mustBreak = items.some(
    ({ comments, parts }) => comments.length > 0 || parts.some((part) => "mustBreak" in part && part.mustBreak),
  );
  const separator = separators.has(";") ? ";" : ",";
  return { open, close, items, separator, trails: open !== "<", canBreak, mustBreak, spaceBefore };
}
