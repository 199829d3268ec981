import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { readManifest } from "../checks/manifest.ts";
import { clientParts, openRepository, packageNames, platformNames } from "../checks/repository.ts";
import { findFactory } from "../size/module-exports.ts";
import { execute } from "./execute.ts";
import { exportedResults, type ClientToExport } from "./exported-results.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [consumer, folder, ...compilers] = process.argv.slice(2);
if (consumer === undefined || folder === undefined || compilers.length === 0) {
  throw new Error(
    "Usage: node scripts/matrix/emit-declarations.ts <folder of the tarballs> <folder to install in> <packages of compilers…>.",
  );
}

const repository = openRepository(root);
const platforms = platformNames(repository);

// As a user of pnpm would: what is not among one's own dependencies cannot be imported, so no declaration may have to.
mkdirSync(folder, { recursive: true });
const tarball = (name: string): string => `file:${join(consumer, `${name}.tgz`)}`;
const dependencies = Object.fromEntries(platforms.map((name) => [`@labelwire/${name}`, tarball(name)]));
const overrides = Object.fromEntries(packageNames(repository).map((name) => [`@labelwire/${name}`, tarball(name)]));
const { msw = "" } = readManifest(repository, "core").devDependencies ?? {};
const manifest = { name: "consumer", private: true, type: "module", dependencies: { ...dependencies, msw } };
writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
writeFileSync(join(folder, "pnpm-workspace.yaml"), JSON.stringify({ packages: ["."], overrides }));
await execute(["pnpm", "install", "--ignore-scripts", "--no-frozen-lockfile", "--prefer-offline", "--silent"], folder);

type Namespace = Readonly<Record<string, unknown>>;

/** A built module of a package, loaded where it is installed. */
async function load(name: string, file: string): Promise<Namespace> {
  const path = join(folder ?? "", "node_modules/@labelwire", name, "dist", file);
  return (await import(pathToFileURL(path).href)) as Namespace; // a module namespace is an object
}

async function describeClient(name: string, part: string): Promise<ClientToExport> {
  const specifier = ["@labelwire", name, part].filter((step) => step !== "").join("/");
  const entry = functionsOf(await load(name, join(part, "index.js")));
  const mocks = functionsOf(await load(name, join(part, "msw/index.js")));
  const operations = await load(name, join(part, "generated/operations.js"));
  return {
    specifier,
    factory: findFactory(entry, specifier),
    mockFactory: findFactory(mocks, `${specifier}/msw`, "Mock"),
    functions: entry,
    operations: functionsOf(operations),
    lists: functionsOf(operations).filter((exported) => isList(operations[exported])),
    paths: Object.values(operations)
      .filter(isList)
      .filter(({ method }) => method === "get")
      .map(({ path }) => path),
  };
}

/** What operation functions carry, as scripts/matrix/operation-ids.ts has it. */
function isList(operation: unknown): operation is { readonly method: string; readonly path: string } {
  return typeof operation === "function" && "page" in operation && "path" in operation && "method" in operation;
}

/** The names of the functions that are called without `new`. */
function functionsOf(module: Namespace): readonly string[] {
  return Object.keys(module).filter((name) => {
    const exported = module[name];
    return typeof exported === "function" && !Function.prototype.toString.call(exported).startsWith("class");
  });
}

/** Compiles a consumer of one client alone: what this client lacks, a compiler may find in another that is there too. */
async function emit(file: string, compiler: string): Promise<void> {
  const compilerOptions = {
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    composite: true,
    declaration: true,
    emitDeclarationOnly: true,
    // The declarations of msw are not ours to check.
    skipLibCheck: true,
    types: [],
    rootDir: folder,
    outDir: join(folder ?? "", compiler),
  };
  const project = join(folder ?? "", `${file}.${compiler}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [file] }));
  await execute([process.execPath, join(root, "node_modules", compiler, "bin/tsc"), "-p", project], root);
}

for (const name of platforms) {
  for (const part of ["", ...clientParts(repository, name)]) {
    const client = await describeClient(name, part);
    const file = `${client.specifier.replaceAll(/\W+/g, "-").slice(1)}.ts`;
    writeFileSync(join(folder, file), exportedResults(client));
    for (const compiler of compilers) await emit(file, compiler);
    console.log(`What ${client.specifier} gives can be exported without a type of one's own.`);
  }
}
