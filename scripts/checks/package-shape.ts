import { isDeepStrictEqual } from "node:util";
import type { Finding } from "./finding.ts";
import { manifestFile, readManifest, type Manifest } from "./manifest.ts";
import { packageNames, type Repository } from "./repository.ts";

const requiredFiles: readonly string[] = [
  "package.json",
  "README.md",
  "LICENSE",
  "tsconfig.json",
  "tsconfig.build.json",
  "src/index.ts",
];

const sharedMembers: Manifest = {
  license: "MIT",
  type: "module",
  sideEffects: false,
  engines: { node: ">=22.12" },
  files: ["dist", "src", "!src/**/*.test.ts"],
  publishConfig: { access: "public", provenance: true },
  scripts: {
    build: "node ../../scripts/build-package.ts",
    typecheck:
      "node ../../node_modules/typescript/bin/tsc -p tsconfig.json && node ../../node_modules/typescript-7/bin/tsc -p tsconfig.json",
  },
};

/** Every package has the same files and the same members of package.json, but for what makes it itself. */
export function checkPackageShape(repository: Repository): readonly Finding[] {
  return packageNames(repository).flatMap((name) => [
    ...missingFiles(repository, name),
    ...licenseDrift(repository, name),
    ...memberDrift(name, readManifest(repository, name)),
  ]);
}

function missingFiles({ files, read }: Repository, name: string): readonly Finding[] {
  return requiredFiles
    .map((file) => `packages/${name}/${file}`)
    .filter((file) => !files.includes(file) || read(file).trim() === "")
    .map((file) => ({
      file,
      problem: "is missing or empty",
      mend: "Every package has it; take another package's as a model.",
    }));
}

function licenseDrift({ files, read }: Repository, name: string): readonly Finding[] {
  const file = `packages/${name}/LICENSE`;
  if (!files.includes(file) || !files.includes("LICENSE") || read(file) === read("LICENSE")) return [];
  return [{ file, problem: "differs from LICENSE at the root", mend: "Copy that one." }];
}

function memberDrift(name: string, manifest: Manifest): readonly Finding[] {
  const expected: Manifest = { name: `@labelwire/${name}`, ...sharedMembers };
  const file = manifestFile(name);
  const drift = Object.entries(expected)
    .filter(([member, value]) => !isDeepStrictEqual(manifest[member as keyof Manifest], value)) // a key of a Manifest literal
    .map(([member, value]) => ({
      file,
      problem: `"${member}" is not what every package has`,
      mend: `Set it to ${JSON.stringify(value)}.`,
    }));
  if ((manifest.description ?? "").trim() !== "") return drift;
  return [...drift, { file, problem: `"description" is missing`, mend: "Say in one line what the package is for." }];
}
