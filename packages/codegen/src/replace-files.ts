import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { readIfThere } from "./write-files.ts";

interface Replacement {
  readonly path: string;
  readonly temporary: string;
  /** What was there; undefined for a new file. */
  readonly before: string | undefined;
}

/**
 * Writes several files, all or none: every text is on the disk before the first file is replaced, and where one cannot be replaced
 * those before it are put back.
 *
 * @param files - Texts by absolute path. What is right already is left alone.
 * @returns The paths of the files that changed.
 */
export async function replaceFiles(files: ReadonlyMap<string, string>): Promise<string[]> {
  const staged: Replacement[] = [];
  const replaced: Replacement[] = [];
  try {
    for (const [path, text] of files) {
      const before = await readIfThere(path);
      if (before === text) continue;
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      staged.push({ path, temporary, before });
      await writeFile(temporary, text);
    }
    for (const replacement of staged) {
      await rename(replacement.temporary, replacement.path);
      replaced.push(replacement);
    }
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true });
    for (const { path, before } of replaced) await putBack(path, before);
    throw error;
  }
  return staged.map(({ path }) => path);
}

async function putBack(path: string, before: string | undefined): Promise<void> {
  if (before === undefined) await rm(path, { force: true });
  else await writeFile(path, before);
}
