import { blockNames } from "./block-names.ts";
import type { CodeBlock } from "./extract-blocks.ts";

/** A block as a module that compiles on its own. */
export interface BlockModule {
  readonly block: CodeBlock;
  /** File name of the module, such as `readme-12.ts`. */
  readonly file: string;
  readonly text: string;
}

/**
 * Makes a module of every block. A name that a block uses and does not declare comes from the last block before it, in the same
 * document, that declares it; else from the prelude, which holds what the reader's own program would have. What neither has is
 * left to the compiler, and to the writer of the document.
 *
 * Line numbers stay: what is added is on the first line and after the last.
 */
export function joinBlocks(blocks: readonly CodeBlock[], prelude: string): BlockModule[] {
  const preludeNames = blockNames(prelude).exported;
  const offers = new Map<string, string>();
  let document: string | undefined;
  return blocks.map((block) => {
    if (block.document !== document) offers.clear();
    document = block.document;
    const file = moduleFile(block);
    const { offered, exported, free } = blockNames(block.code);
    const imports = new Map<string, string[]>();
    for (const name of free) {
      const from = offers.get(name) ?? (preludeNames.has(name) ? "prelude.ts" : undefined);
      if (from !== undefined) imports.set(from, [...(imports.get(from) ?? []), name]);
    }
    for (const name of [...offered, ...exported]) offers.set(name, file);
    const head = [...imports].map(([from, names]) => `import { ${names.join(", ")} } from "./${from}"; `).join("");
    return { block, file, text: `${head}${block.code}\nexport { ${[...offered].join(", ")} };\n` };
  });
}

function moduleFile({ document, line }: CodeBlock): string {
  const stem = document
    .toLowerCase()
    .replace(/\.md$/, "")
    .replaceAll(/[^a-z0-9]+/g, "-");
  return `${stem}-${line}.ts`;
}
