import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the rules read; tests pass one made of strings. */
export interface Repository {
  /** All files that are or would be committed, relative to the root, with `/` between their parts. */
  readonly files: readonly string[];
  /** The text of a file of `files`. */
  readonly read: (file: string) => string;
}

/** Opens the working tree at `root`; what git ignores is left out. */
export function openRepository(root: string): Repository {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = list.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  return {
    files: [...new Set(files)].sort(),
    read: (file) => readFileSync(join(root, file), "utf8"),
  };
}

/** The folder names under `packages/`. */
export function packageNames({ files }: Repository): readonly string[] {
  return foldersUnder(files, "packages");
}

/** The platforms that have a spec; each has a package of the same name. */
export function platformNames({ files }: Repository): readonly string[] {
  return foldersUnder(files, "specs");
}

/** The further clients in the package of a platform: each has a spec in a folder of its own, `specs/<platform>/<part>/`. */
export function clientParts({ files }: Repository, platform: string): readonly string[] {
  return foldersUnder(files, `specs/${platform}`);
}

function foldersUnder(files: readonly string[], top: string): readonly string[] {
  const inside = files
    .filter((file) => file.startsWith(`${top}/`))
    .map((file) => file.slice(top.length + 1).split("/"));
  return [...new Set(inside.filter((parts) => parts.length > 1).map((parts) => parts[0] ?? ""))];
}
