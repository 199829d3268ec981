import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a compiler reports of checking one module. */
export interface TypeCheckCost {
  readonly instantiations: number;
  readonly types: number;
  /** The shortest of the runs. */
  readonly checkSeconds: number;
}

/** Options of {@link checkTypes}. */
export interface CheckTypesOptions {
  /** The compiler's `bin/tsc`. */
  readonly compiler: string;
  readonly folder: string;
  /** The module in `folder`. */
  readonly file: string;
  readonly runs: number;
}

const compilerOptions = {
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  strict: true,
  skipLibCheck: true,
  types: [],
  noEmit: true,
};

/** Type-checks a module and what it imports, as `tsc -p` does. Rejects if it does not compile. */
export async function checkTypes({ compiler, folder, file, runs }: CheckTypesOptions): Promise<TypeCheckCost> {
  const project = join(folder, `${file}.tsconfig.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, files: [file] }));
  const reports: TypeCheckCost[] = [];
  for (let run = 0; run < runs; run += 1) {
    reports.push(readDiagnostics(await runCompiler(compiler, ["-p", project, "--extendedDiagnostics"])));
  }
  const checkSeconds = Math.min(...reports.map((report) => report.checkSeconds));
  const [first] = reports;
  if (first === undefined) throw new Error("checkTypes needs at least one run.");
  return { ...first, checkSeconds };
}

function runCompiler(compiler: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [compiler, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${args.join(" ")} does not compile:\n${stdout.slice(0, 4000)}${stderr}`));
    });
  });
}

/** Reads the lines `Types: 1234` and `Check time: 0.12s`. */
export function readDiagnostics(report: string): TypeCheckCost {
  const read = (label: string): number => {
    const found = new RegExp(`^${label}:\\s*([\\d.]+)`, "m").exec(report)?.[1];
    if (found === undefined) throw new Error(`The compiler reports no "${label}":\n${report}`);
    return Number(found);
  };
  return { instantiations: read("Instantiations"), types: read("Types"), checkSeconds: read("Check time") };
}
