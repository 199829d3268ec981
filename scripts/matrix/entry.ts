import { readManifest } from "../checks/manifest.ts";
import { packageNames, type Repository } from "../checks/repository.ts";

/** What a consumer writes to import an entry of a package. */
export interface Entry {
  readonly packageName: string;
  readonly specifier: string;
  readonly isJson: boolean;
  /** True where msw has to be installed. */
  readonly needsMsw: boolean;
}

/** Every public entry of every package. */
export function entriesOf(repository: Repository): readonly Entry[] {
  return packageNames(repository).flatMap((packageName) =>
    Object.keys(readManifest(repository, packageName).exports ?? {}).map((entry) => ({
      packageName,
      specifier: `@labelwire/${packageName}${entry.slice(1)}`,
      isJson: entry.endsWith(".json"),
      needsMsw: entry.endsWith("/msw"),
    })),
  );
}
