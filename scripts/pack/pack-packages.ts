import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { openRepository, packageNames } from "../checks/repository.ts";

const run = promisify(execFile);

/** A package as it would be published. */
export interface PackedPackage {
  /** The folder under `packages/`. */
  readonly name: string;
  readonly tarball: string;
}

/** Packs every package of the working tree at `root` into `folder`. They have to be built. */
export async function packPackages(root: string, folder: string): Promise<readonly PackedPackage[]> {
  return Promise.all(
    packageNames(openRepository(root)).map(async (name) => {
      const tarball = join(folder, `${name}.tgz`);
      await run("pnpm", ["pack", "--out", tarball], { cwd: join(root, "packages", name) });
      return { name, tarball };
    }),
  );
}
