import { isBuiltin } from "node:module";
import { posix } from "node:path";

/** One `import`, `export … from`, `import()` or `import("…")` type. */
export interface ImportSite {
  /** The importing file, relative to the repository, with `/` between its parts. */
  readonly file: string;
  /** What stands between the quotes. */
  readonly specifier: string;
}

interface Importer {
  readonly file: string;
  /** `packages/core`; undefined outside `packages/`. */
  readonly packageName: string | undefined;
  /** The path inside the package: `src/msw/engine.ts`. */
  readonly inner: string;
  readonly isTest: boolean;
}

/** Packages that run only in Node: a command line and a server. */
const nodePackages: readonly string[] = ["codegen", "mock-server"];

/** What the published code of a package may import from this workspace; every other package is a platform. */
const workspaceImports: Readonly<Record<string, readonly string[]>> = {
  core: [],
  codegen: [],
  "mock-server": ["core"],
};

/** Libraries in maintenance mode stay behind one module each, so that replacing one is one edit. */
const seams: Readonly<Record<string, readonly string[]>> = {
  "openapi-fetch": ["packages/core/src/run-middleware.ts"],
  "openapi-typescript": ["packages/codegen/src/emit-schema.ts"],
};

const scope = "@labelwire/";

/** Why this import breaks a rule of the import graph (CONTRIBUTING.md), with the mend; undefined if it breaks none. */
export function findBoundaryBreach({ file, specifier }: ImportSite): string | undefined {
  const importer = describeImporter(file);
  const target = specifier.startsWith(".") ? posix.join(posix.dirname(file), specifier) : undefined;
  return (
    crossesPackages(importer, target) ??
    leavesGenerated(importer, specifier, target) ??
    reachesMocks(importer, specifier, target) ??
    usesNode(importer, specifier, target) ??
    importsSibling(importer, specifier) ??
    skipsSeam(importer, specifier)
  );
}

function describeImporter(file: string): Importer {
  const [top, folder, ...rest] = file.split("/");
  const inPackage = top === "packages" && folder !== undefined;
  const inner = inPackage ? rest.join("/") : file;
  return {
    file,
    packageName: inPackage ? folder : undefined,
    inner,
    isTest: inner.startsWith("test/") || inner.endsWith(".test.ts"),
  };
}

function crossesPackages({ file, packageName }: Importer, target: string | undefined): string | undefined {
  if (target === undefined) return undefined;
  const [top, folder] = target.split("/");
  if (top !== "packages" || folder === undefined || folder === packageName) return undefined;
  return `${file} reaches into packages/${folder} by a relative path. Import ${scope}${folder} by its name.`;
}

function leavesGenerated({ inner, file }: Importer, specifier: string, target: string | undefined): string | undefined {
  if (!/^src\/(?:[^/]+\/)?generated\//.test(inner)) return undefined;
  const staysInside = target !== undefined && posix.dirname(target) === posix.dirname(file);
  if (staysInside || specifier === `${scope}core` || specifier === `${scope}core/msw`) return undefined;
  return `Generated code imports ${specifier}. It may import its own folder and ${scope}core only; change the generator.`;
}

function reachesMocks(
  { packageName, inner, isTest }: Importer,
  specifier: string,
  target: string | undefined,
): string | undefined {
  if (packageName === undefined || isTest || !inner.startsWith("src/") || isMockCode(inner)) return undefined;
  const intoMocks = target !== undefined && isMockCode(target.split("/").slice(2).join("/"));
  if (!intoMocks && !/^msw(?:\/|$)/.test(specifier) && !/^@labelwire\/[^/]+\/msw$/.test(specifier)) return undefined;
  return `${inner} imports ${specifier}, but msw is optional: only src/msw/** may import it or src/msw/**, types included. Move the code there.`;
}

/** At the top of the package or in a part of it. The mock data is written by the generator, so it lives beside the rest of its output; it belongs to the mocks all the same. */
function isMockCode(inner: string): boolean {
  return /^src\/(?:[^/]+\/)?(?:msw\/|generated\/mock\.ts$)/.test(inner);
}

function usesNode(
  { packageName, inner, isTest }: Importer,
  specifier: string,
  target: string | undefined,
): string | undefined {
  if (packageName === undefined || nodePackages.includes(packageName)) return undefined;
  if (isTest || !inner.startsWith("src/") || inner.endsWith(".node.ts")) return undefined;
  const mend =
    'Clients run in browsers and workers too: put the code in a *.node.ts file behind an entry of "imports" in package.json.';
  if (isBuiltin(specifier)) return `${inner} imports the Node built-in ${specifier}. ${mend}`;
  if (target?.endsWith(".node.ts") === true) return `${inner} imports ${specifier}, which needs Node. ${mend}`;
  return undefined;
}

function importsSibling({ packageName, inner, isTest }: Importer, specifier: string): string | undefined {
  if (packageName === undefined || !specifier.startsWith(scope)) return undefined;
  const imported = specifier.slice(scope.length).split("/")[0] ?? "";
  const allowed = workspaceImports[packageName] ?? ["core"];
  if (allowed.includes(imported)) return undefined;
  if (isTest && (imported === packageName || imported === "core" || imported === "codegen")) return undefined;
  const may = allowed.length === 0 ? "no package of this workspace" : allowed.map((name) => scope + name).join(", ");
  return `${inner} imports ${specifier}; packages/${packageName} may import ${may}. What two packages share belongs in ${scope}core.`;
}

function skipsSeam({ file, isTest }: Importer, specifier: string): string | undefined {
  const seam = seams[specifier];
  if (seam === undefined || isTest || !file.startsWith("packages/") || seam.includes(file)) return undefined;
  return `${file} imports ${specifier}, which stays behind ${seam.join(" and ")}. Import that module instead.`;
}
