import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { SpecError } from "./spec-error.ts";

/**
 * The specifications of a repository, as folders below `specs/`: every platform, and after it the further clients of its package,
 * which are folders of their own inside it.
 *
 * @throws SpecError where there is no folder `specs/`: whoever has a server, and no repository, meant another command.
 */
export async function listSpecifications(root: string): Promise<readonly string[]> {
  const specifications: string[] = [];
  const specs = join(root, "specs");
  if (!existsSync(specs)) {
    const mend = "pass --platform, --spec and --out to generate for a server of your own";
    throw new SpecError([{ file: "specs", problem: "there is no such folder here", mend }]);
  }
  for (const platform of await listFolders(specs)) {
    const parts = await listFolders(join(root, "specs", platform));
    specifications.push(platform, ...parts.map((part) => `${platform}/${part}`));
  }
  return specifications;
}

async function listFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
