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

function foldersUnder(files: readonly string[], top: string): readonly string[] {
  const folders = files.map((file) => file.split("/")).filter((parts) => parts[0] === top && parts.length > 2);
  return [...new Set(folders.map((parts) => parts[1] ?? ""))];
}
