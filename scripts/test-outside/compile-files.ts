import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand, type CommandResult } from "../steps/run-command.ts";

/** The ambient types a reader may have: a browser's, or Node's alone. */
export type Surroundings = "dom" | "node";

export interface Compilation {
  readonly root: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly surroundings: readonly Surroundings[];
  /** Where JavaScript goes. Default: nothing is written. */
  readonly outDir?: string;
}

/** Compiles files as a strict consumer would, declaration files included. */
export async function compileFiles({ root, folder, files, surroundings, outDir }: Compilation): Promise<CommandResult> {
  const hasDom = surroundings.includes("dom");
  const project = join(folder, `tsconfig.${[...surroundings, outDir ?? "check"].join("-")}.json`);
  const compilerOptions = {
    target: "es2023",
    lib: ["es2023", ...(hasDom ? ["dom", "dom.iterable", "dom.asynciterable"] : [])],
    module: "nodenext",
    moduleDetection: "force",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    resolveJsonModule: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: false,
    types: surroundings.includes("node") ? ["node"] : [],
    typeRoots: [join(root, "node_modules/@types")],
    rootDir: folder,
    ...(outDir === undefined ? { noEmit: true } : { outDir: join(folder, outDir) }),
  };
  await writeFile(project, JSON.stringify({ compilerOptions, files }, null, 2));
  // The version that npm installs today; test:matrix compiles packed consumers with the others.
  const compiler = join(root, "node_modules/typescript-7/bin/tsc");
  return runCommand([process.execPath, compiler, "-p", project, "--pretty", "false"], { cwd: folder });
}
