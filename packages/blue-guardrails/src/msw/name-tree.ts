/** Names, each with those inside it: what a list in parentheses says. */
export interface NameTree {
  readonly names: ReadonlyMap<string, NameTree>;
}

/** The names in `(a,b(c))`, as `embed` and `fields` have them; undefined for what is no such list. */
export function readNameTree(text: string): NameTree | undefined {
  const tokens = text.match(/[(),]|[^(),\s]+/g) ?? [];
  const read = readList(tokens, 0);
  return read?.next === tokens.length ? read.tree : undefined;
}

interface ReadList {
  readonly tree: NameTree;
  /** The place after the closing parenthesis. */
  readonly next: number;
}

function readList(tokens: readonly string[], start: number): ReadList | undefined {
  if (tokens[start] !== "(") return undefined;
  const names = new Map<string, NameTree>();
  let place = start + 1;
  for (;;) {
    const name = tokens[place];
    if (name === undefined || /[(),]/.test(name)) return undefined;
    const isNested = tokens[place + 1] === "(";
    const inside = isNested ? readList(tokens, place + 1) : { tree: { names: new Map() }, next: place + 1 };
    if (!inside) return undefined;
    names.set(name, inside.tree);
    const separator = tokens[inside.next];
    if (separator === ")") return { tree: { names }, next: inside.next + 1 };
    if (separator !== ",") return undefined;
    place = inside.next + 1;
  }
}
