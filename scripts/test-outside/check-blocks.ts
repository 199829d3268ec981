import { copyFile, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { compileFiles } from "./compile-files.ts";
import type { BlockModule } from "./join-blocks.ts";
import { OutsideError } from "./outside-error.ts";
import { runBlock } from "./run-block.ts";

export interface BlockCheck {
  readonly root: string;
  /** Where the package is installed. */
  readonly folder: string;
  readonly modules: readonly BlockModule[];
  /** The modules that are to run; the others are there because these import from them. */
  readonly run: readonly BlockModule[];
  readonly outside: string | undefined;
}

/** Compiles blocks together and runs each by itself. */
export async function checkBlocks(check: BlockCheck): Promise<void> {
  const { root, folder, modules, run, outside } = check;
  const source = join(folder, "blocks");
  await mkdir(source, { recursive: true });
  const prelude = outside === undefined ? undefined : join(outside, "prelude.ts");
  if (prelude !== undefined && existsSync(prelude)) await copyFile(prelude, join(source, "prelude.ts"));
  for (const { file, text } of modules) await writeFile(join(source, file), text);
  if (run.some(isTest)) await symlink(join(root, "node_modules/vitest"), join(folder, "node_modules/vitest"));
  const files = run.map(({ file }) => `blocks/${file}`);
  const surroundings = ["dom", "node"] as const;
  const { ok, output } = await compileFiles({ root, folder, files, surroundings, outDir: "out" });
  if (!ok) throw new OutsideError("documented code does not compile", inDocument(output, modules));
  for (const module of run) {
    const file = `out/blocks/${module.file.replace(/\.ts$/, ".js")}`;
    const result = await runBlock({ root, folder, file, outside, isMocked: isMocked(module), isTest: isTest(module) });
    if (!result.ok) throw new OutsideError(`${place(module)} does not run`, result.output);
  }
}

/** The prelude of a package, or nothing. */
export async function readPrelude(outside: string | undefined): Promise<string> {
  const file = outside === undefined ? undefined : join(outside, "prelude.ts");
  return file !== undefined && existsSync(file) ? readFile(file, "utf8") : "";
}

/** Whether the block works only where something else is installed beside the package. */
export function needsCompanion(module: BlockModule): boolean {
  return isMocked(module) || module.block.code.includes('from "undici"');
}

function isMocked({ block }: BlockModule): boolean {
  return /from "(?:msw|msw\/.*|.*\/msw)"/.test(block.code);
}

function isTest({ block }: BlockModule): boolean {
  return block.code.includes('from "vitest"');
}

function place({ block }: BlockModule): string {
  return `${block.document}:${block.line}`;
}

/** Replaces the places in the compiler's messages by places in the document. */
function inDocument(output: string, modules: readonly BlockModule[]): string {
  return output.replaceAll(/^blocks\/([\w-]+\.ts)\((\d+),/gm, (whole, file: string, line: string) => {
    const block = modules.find((module) => module.file === file)?.block;
    return block === undefined ? whole : `${block.document}:${block.line + Number(line) - 1} (`;
  });
}
