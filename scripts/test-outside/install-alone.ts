import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../steps/run-command.ts";
import { OutsideError } from "./outside-error.ts";

export interface Installation {
  readonly name: string;
  /** Tarballs of all packages of this repository, by name. */
  readonly tarballs: ReadonlyMap<string, string>;
  /** What the reader installs beside it, by name; versions as npm takes them. */
  readonly beside?: Readonly<Record<string, string>>;
}

/**
 * Installs a package with npm in an empty folder. What it needs from this repository comes from tarballs too, everything else from
 * the registry; no install script runs.
 *
 * @returns The names of all packages that are installed then, sorted.
 */
export async function installAlone(folder: string, { name, tarballs, beside }: Installation): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const siblings = [...tarballs].filter(([sibling]) => sibling !== name);
  const manifest = {
    name: "outside",
    private: true,
    type: "module",
    dependencies: { [name]: toFile(tarballs.get(name)), ...beside },
    overrides: Object.fromEntries(siblings.map(([sibling, tarball]) => [sibling, toFile(tarball)])),
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  const { ok, output } = await runCommand(["npm", "install", ...flags], { cwd: folder });
  if (!ok) throw new OutsideError(`${name} cannot be installed alone`, output);
  return installedNames(join(folder, "node_modules"));
}

function toFile(tarball: string | undefined): string {
  return `file:${tarball ?? ""}`;
}

async function installedNames(modules: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of (await readdir(modules)).filter((entry) => !entry.startsWith("."))) {
    if (!name.startsWith("@")) names.push(name);
    else names.push(...(await readdir(join(modules, name))).map((inner) => `${name}/${inner}`));
  }
  return names.sort();
}
