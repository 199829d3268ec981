import { existsSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "../checks/manifest.ts";
import { openRepository, packageNames } from "../checks/repository.ts";

/** A package of this repository that is published. */
export interface PublishablePackage {
  readonly name: string;
  /** Its folder under `packages/`. */
  readonly folder: string;
  /** The entries of its `exports`, such as `./operations`. */
  readonly entries: readonly string[];
  /** The path of the folder with its server, its prelude and its contract; undefined where it has none. */
  readonly outside: string | undefined;
  /** What its documents tell a reader to install beside it, in the versions it is developed against. */
  readonly companions: Readonly<Record<string, string>>;
}

const companionNames = ["msw", "undici"];

/** Finds every package under `packages/` that is not private. */
export function findPackages(root: string): PublishablePackage[] {
  const repository = openRepository(root);
  return packageNames(repository).flatMap((folder) => {
    const { name, private: isPrivate, exports, devDependencies } = readManifest(repository, folder);
    if (name === undefined || isPrivate === true) return [];
    const outside = join(root, "packages", folder, "test/outside");
    return {
      name,
      folder,
      entries: Object.keys(exports ?? {}),
      outside: existsSync(outside) ? outside : undefined,
      companions: Object.fromEntries(
        Object.entries(devDependencies ?? {}).filter(([companion]) => companionNames.includes(companion)),
      ),
    };
  });
}
