import { join } from "node:path";
import { clientParts, openRepository, platformNames } from "../../scripts/checks/repository.ts";

/** One client that is measured: a platform's own, or a further one of its package. */
export interface ClientSet {
  /** The folder below `specs/`, such as `acme`, or `acme/farm` for a further client: what its imports end in, too. */
  readonly name: string;
  readonly packageFolder: string;
  /** Where its entries are, built. */
  readonly build: string;
  readonly generated: string;
  /** The compiled specification. */
  readonly specFile: string;
}

/** Every client of the repository at `root`; a platform's further ones follow its own. */
export function clientSets(root: string): readonly ClientSet[] {
  const repository = openRepository(root);
  return platformNames(repository).flatMap((platform) =>
    [undefined, ...clientParts(repository, platform)].map((part) => describeSet(root, platform, part)),
  );
}

function describeSet(root: string, platform: string, part: string | undefined): ClientSet {
  const packageFolder = join(root, "packages", platform);
  const inside = part ?? "";
  const generated = join(packageFolder, "src", inside, "generated");
  return {
    name: part === undefined ? platform : `${platform}/${part}`,
    packageFolder,
    build: join(packageFolder, "dist", inside),
    generated,
    specFile: join(generated, "openapi.json"),
  };
}
