import type { Finding } from "./finding.ts";
import { manifestFile, readManifest, type Manifest } from "./manifest.ts";
import { packageNames, platformNames, type Repository } from "./repository.ts";

const mswRange = "^2.11.0 || ^3.0.0";

/** With core and a platform's own library this is all that a client install brings (design: "Dependencies of a client install"). */
const coreDependencies: readonly string[] = ["openapi-fetch", "openapi-typescript-helpers"];

/** Published packages depend on each other by `workspace:^`, on no other platform, and on msw only as an optional peer. */
export function checkDependencies(repository: Repository): readonly Finding[] {
  const platforms = platformNames(repository);
  return packageNames(repository).flatMap((name) => {
    const manifest = readManifest(repository, name);
    const problems = [
      ...workspaceRanges(manifest),
      ...mswPeer(manifest),
      ...(name === "core" ? strangers(manifest) : []),
      ...(platforms.includes(name) ? platformImports(manifest) : []),
    ];
    return problems.map((problem) => ({ file: manifestFile(name), ...problem }));
  });
}

type Problem = Omit<Finding, "file">;

function workspaceRanges({ dependencies = {}, peerDependencies = {} }: Manifest): readonly Problem[] {
  return Object.entries({ ...dependencies, ...peerDependencies })
    .filter(([dependency, range]) => dependency.startsWith("@labelwire/") && range !== "workspace:^")
    .map(([dependency, range]) => ({
      problem: `depends on ${dependency} as "${range}"`,
      mend: 'Write "workspace:^": an exact version gives users two copies of the core.',
    }));
}

function mswPeer(manifest: Manifest): readonly Problem[] {
  const { dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {}, exports = {} } = manifest;
  if ("msw" in dependencies) {
    return [{ problem: "depends on msw, which is 54 packages", mend: "Make it an optional peer dependency." }];
  }
  if (!("./msw" in exports)) return [];
  if (peerDependencies["msw"] === mswRange && peerDependenciesMeta["msw"]?.optional === true) return [];
  return [
    {
      problem: 'exports "./msw" without msw as an optional peer dependency',
      mend: `Set "peerDependencies": { "msw": "${mswRange}" } and "peerDependenciesMeta": { "msw": { "optional": true } }.`,
    },
  ];
}

function strangers({ dependencies = {} }: Manifest): readonly Problem[] {
  return Object.keys(dependencies)
    .filter((dependency) => !coreDependencies.includes(dependency))
    .map((dependency) => ({
      problem: `depends on ${dependency}`,
      mend: `A client install brings ${coreDependencies.join(" and ")} alone; do without it.`,
    }));
}

function platformImports({ dependencies = {} }: Manifest): readonly Problem[] {
  const own = Object.keys(dependencies).filter((dependency) => dependency.startsWith("@labelwire/"));
  if (own.length === 1 && own[0] === "@labelwire/core") return [];
  return [
    {
      problem: `depends on ${own.length === 0 ? "no package of ours" : own.join(", ")}`,
      mend: "A platform package depends on @labelwire/core and on no other package of this workspace.",
    },
  ];
}
