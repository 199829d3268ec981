/** One TypeScript block of a document. */
export interface CodeBlock {
  /** The document, relative to the repository. */
  readonly document: string;
  /** Number of the first line of code in the document, counted from 1. */
  readonly line: number;
  readonly code: string;
}

const opening = /^(?<indent>\s*)(?<fence>`{3,})\s*(?<language>[\w-]*)/;
const languages = ["ts", "typescript", "tsx", "mts", "js", "javascript", "mjs"];

/** The code blocks of a Markdown document that a reader would put into a program, in order. */
export function extractBlocks(document: string, text: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const groups = opening.exec(lines[index] ?? "")?.groups;
    if (groups === undefined) continue;
    const { indent = "", fence = "", language = "" } = groups;
    const start = index + 1;
    while (index + 1 < lines.length && lines[index + 1]?.trim() !== fence) index += 1;
    const body = lines.slice(start, index + 1);
    index += 1; // the closing fence
    if (!languages.includes(language)) continue;
    const code = body.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n");
    blocks.push({ document, line: start + 1, code });
  }
  return blocks;
}
