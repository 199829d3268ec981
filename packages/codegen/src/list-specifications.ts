import { readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * The specifications of a repository, as folders below `specs/`: every platform, and after it the further clients of its package,
 * which are folders of their own inside it.
 */
export async function listSpecifications(root: string): Promise<readonly string[]> {
  const specifications: string[] = [];
  for (const platform of await listFolders(join(root, "specs"))) {
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
