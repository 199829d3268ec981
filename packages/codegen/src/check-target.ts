import { join } from "node:path";
import { isGenerated } from "./header.ts";
import type { Problem } from "./spec-error.ts";
import { readIfThere } from "./write-files.ts";

/** A folder that files are about to be written to. */
export interface TargetCheck {
  readonly folder: string;
  /** The folder's name for messages. */
  readonly label: string;
  /** The names of the files. */
  readonly names: readonly string[];
}

/**
 * Finds files that would be lost under the name of a generated one, such as the description itself where it is kept as `openapi.json`
 * in that folder. JSON carries no first line that says who wrote it: it is the generator's where a module beside it is.
 */
export async function checkTarget({ folder, label, names }: TargetCheck): Promise<Problem[]> {
  const texts = await Promise.all(names.map((name) => readIfThere(join(folder, name))));
  const isOurFolder = texts.some((text) => text !== undefined && isGenerated(text));
  return names.flatMap((name, index) => {
    const text = texts[index];
    if (text === undefined || (name.endsWith(".json") ? isOurFolder : isGenerated(text))) return [];
    const problem = "it is no generated file, and would be written over";
    return [{ file: `${label}/${name}`, problem, mend: "give --out a folder of its own, or move the file" }];
  });
}
