import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of this repository that is published. */
export interface PublishablePackage {
  readonly name: string;
  readonly folder: string;
  /** The entries of its `exports`, such as `./operations`. */
  readonly entries: readonly string[];
  /** The folder with its server, its prelude and its contract; undefined where it has none. */
  readonly outside: string | undefined;
  /** The version of msw it is developed against; undefined where it has no mocks. */
  readonly msw: string | undefined;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Finds every package under `packages/` that is not private. */
export function findPackages(root: string): PublishablePackage[] {
  const folders = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name));
  return folders.flatMap((folder) => {
    const file = join(folder, "package.json");
    if (!existsSync(file)) return [];
    const manifest = JSON.parse(readFileSync(file, "utf8")) as Manifest; // check-packages holds every manifest to this shape
    if (manifest.private === true) return [];
    const outside = join(folder, "test", "outside");
    return {
      name: manifest.name,
      folder,
      entries: Object.keys(manifest.exports),
      outside: existsSync(outside) ? outside : undefined,
      msw: manifest.devDependencies?.["msw"],
    };
  });
}
