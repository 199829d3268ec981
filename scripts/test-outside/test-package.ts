import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { checkBlocks, needsCompanion, readPrelude } from "./check-blocks.ts";
import { checkEntries } from "./check-entries.ts";
import { checkRegeneration } from "./check-regeneration.ts";
import { extractBlocks, type CodeBlock } from "./extract-blocks.ts";
import type { PublishablePackage } from "./find-packages.ts";
import { installAlone } from "./install-alone.ts";
import { joinBlocks } from "./join-blocks.ts";
import { OutsideError } from "./outside-error.ts";

export interface PackageTest {
  readonly root: string;
  /** An empty folder for this package's installations. */
  readonly folder: string;
  readonly tarballs: ReadonlyMap<string, string>;
}

/** What was proved of one package. */
export interface PackageReport {
  readonly installed: readonly string[];
  readonly entries: number;
  /** Blocks that compiled and ran. */
  readonly blocks: number;
}

/**
 * Tests a package as its user meets it: installed alone, every entry compiled and loaded, every block of its documents compiled and
 * run, and operation functions generated anew for a server of one's own. msw and other companions join only for the entry and the blocks that speak of them.
 */
export async function testPackage(
  tested: PublishablePackage,
  { root, folder, tarballs }: PackageTest,
): Promise<PackageReport> {
  const { name, entries, outside, companions } = tested;
  const alone = join(folder, "alone");
  const installed = await installAlone(alone, { name, tarballs });
  if (installed.includes("msw")) throw new OutsideError(`${name} installs msw`, installed.join(", "));
  const isMock = (entry: string): boolean => entry.endsWith("/msw");
  const withoutMocks = entries.filter((entry) => !isMock(entry));
  await checkEntries({ root, folder: alone, name, entries: withoutMocks, surroundings: [["dom"], ["node"]] });

  const modules = joinBlocks(await readBlocks(root, tested), await readPrelude(outside));
  const plain = modules.filter((module) => !needsCompanion(module));
  const accompanied = modules.filter(needsCompanion);
  if (plain.length > 0) await checkBlocks({ root, folder: alone, modules, run: plain, outside });

  if (Object.keys(companions).length > 0) {
    const beside = join(folder, "with-companions");
    await installAlone(beside, { name, tarballs, beside: companions });
    // The declarations of msw itself need those of a browser.
    const surroundings = [["dom"], ["dom", "node"]] as const;
    await checkEntries({ root, folder: beside, name, entries: entries.filter(isMock), surroundings });
    if (accompanied.length > 0) await checkBlocks({ root, folder: beside, modules, run: accompanied, outside });
  }
  const specification = join(root, "specs", tested.folder, "openapi.yaml");
  if (existsSync(specification)) {
    await checkRegeneration({ root, folder: join(folder, "own"), name, tarballs, specification });
  }
  return { installed, entries: entries.length, blocks: modules.length };
}

/** The blocks of the README, of the documents beside the server, and of the repository's README where they import the package. */
async function readBlocks(root: string, { name, folder, outside }: PublishablePackage): Promise<CodeBlock[]> {
  const home = join(root, "packages", folder);
  const beside = outside === undefined ? [] : (await readdir(outside)).filter((file) => file.endsWith(".md")).sort();
  const documents = [join(home, "README.md"), ...beside.map((file) => join(home, "test/outside", file))];
  const blocks = await Promise.all(documents.map((file) => readDocument(root, file)));
  const shared = await readDocument(root, join(root, "README.md"));
  return [...blocks.flat(), ...shared.filter(({ code }) => code.includes(`from "${name}`))];
}

async function readDocument(root: string, file: string): Promise<CodeBlock[]> {
  return existsSync(file) ? extractBlocks(relative(root, file), await readFile(file, "utf8")) : [];
}
