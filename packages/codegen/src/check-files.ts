import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "./spec-error.ts";
import { readIfThere } from "./write-files.ts";

/** A folder of generated files, and what should be in it. */
export interface FolderCheck {
  readonly folder: string;
  /** The folder's name for messages. */
  readonly label: string;
  readonly files: ReadonlyMap<string, string>;
  /** What writes the folder, such as `pnpm generate pets`. */
  readonly command: string;
}

/**
 * Compares a folder with what should be in it. Every file in the folder is looked at, whether or not version control knows it: a
 * comparison by `git diff` would not see one that was never added.
 */
export async function checkFiles({ folder, label, files, command }: FolderCheck): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [name, text] of files) {
    const present = await readIfThere(join(folder, name));
    const file = `${label}/${name}`;
    if (present === undefined) {
      problems.push({ file, problem: "the generated file is missing", mend: `run ${command}` });
    } else if (present !== text) {
      const problem = "it is not what the specification gives: the inputs changed, or it was edited by hand";
      problems.push({ file, problem, mend: `run ${command}; a correction belongs into what the file is made from` });
    }
  }
  for (const name of await listFolder(folder)) {
    if (files.has(name)) continue;
    const mend = "delete it, or move it out of the folder: only the generator writes there";
    problems.push({ file: `${label}/${name}`, problem: "it is not a generated file", mend });
  }
  return problems;
}

/** Every file below the folder, in a fixed order; none where there is no folder. */
async function listFolder(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
