import { isDeepStrictEqual } from "node:util";
import type { Finding } from "./finding.ts";
import { manifestFile, readManifest, type ExportTarget, type Manifest } from "./manifest.ts";
import { clientParts, packageNames, platformNames, type Repository } from "./repository.ts";

const everyPackage: readonly string[] = [".", "./package.json"];
const everyClient: readonly string[] = ["operations", "msw", "schema", "codegen", "openapi.json"];

/** Every entry names one file, the same in source and build, with `types` before `default`; no package opens its folder. */
export function checkExportsMap(repository: Repository): readonly Finding[] {
  const platforms = platformNames(repository);
  return packageNames(repository).flatMap((name) => {
    const manifest = readManifest(repository, name);
    const required = platforms.includes(name) ? platformEntries(repository, name) : everyPackage;
    return [
      ...missingEntries(name, manifest, required),
      ...Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) =>
        checkEntry(repository, { name, entry, target }),
      ),
      ...Object.entries(manifest.imports ?? {}).flatMap(([entry, target]) =>
        checkImport(repository, { name, entry, target }),
      ),
    ];
  });
}

/** A platform's client has the same entries wherever it is: at the top of the package, or in a part of it. */
function platformEntries(repository: Repository, name: string): readonly string[] {
  const parts = clientParts(repository, name).map((part) => `./${part}`);
  const clients = [".", ...parts].flatMap((client) => everyClient.map((entry) => `${client}/${entry}`));
  return [...everyPackage, ...parts, ...clients];
}

interface Entry {
  readonly name: string;
  readonly entry: string;
  readonly target: ExportTarget;
}

function missingEntries(name: string, { exports = {} }: Manifest, required: readonly string[]): readonly Finding[] {
  return required
    .filter((entry) => !(entry in exports))
    .map((entry) => ({
      file: manifestFile(name),
      problem: `"exports" has no "${entry}"`,
      mend: "Add it; packages of one kind have the same entries.",
    }));
}

function checkEntry(repository: Repository, { name, entry, target }: Entry): readonly Finding[] {
  const file = manifestFile(name);
  if (entry.includes("*")) {
    return [
      { file, problem: `"exports" opens "${entry}"`, mend: "Name each public entry; all else is ours to change." },
    ];
  }
  if (typeof target === "string") return missingTarget(repository, { name, entry, target });
  const source = target["@labelwire/source"];
  if (typeof source !== "string" || !isDeepStrictEqual(Object.entries(target), Object.entries(conditionsFor(source)))) {
    const model = conditionsFor(typeof source === "string" ? source : "./src/….ts");
    return [
      {
        file,
        problem: `"exports" entry "${entry}" is not in the common form or order`,
        mend: `Write ${JSON.stringify(model)}.`,
      },
    ];
  }
  return missingTarget(repository, { name, entry, target: source });
}

function conditionsFor(source: string): Readonly<Record<string, string>> {
  const built = source.replace(/^\.\/src\//, "./dist/").replace(/\.ts$/, "");
  return { "@labelwire/source": source, types: `${built}.d.ts`, default: `${built}.js` };
}

/** An entry of `imports` switches on the run time first, then on source or build. */
function checkImport(repository: Repository, { name, entry, target }: Entry): readonly Finding[] {
  if (typeof target === "string") return missingTarget(repository, { name, entry, target });
  return Object.entries(target).flatMap(([condition, inner]) =>
    condition === "default" && typeof inner === "string" && inner.startsWith("./dist/")
      ? []
      : checkImport(repository, { name, entry, target: inner }),
  );
}

function missingTarget({ files }: Repository, { name, entry, target }: Entry & { target: string }): readonly Finding[] {
  const path = `packages/${name}/${target.replace(/^\.\//, "")}`;
  if (files.includes(path)) return [];
  return [
    {
      file: manifestFile(name),
      problem: `entry "${entry}" points at ${target}, which does not exist`,
      mend: `Add ${path}.`,
    },
  ];
}
