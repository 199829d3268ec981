import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";
import { execute } from "./execute.ts";
import { installPackages } from "./install-packages.ts";

/** What is bundled and where the bundle goes; the bundlers are installed in `tools`. */
export interface BundleJob {
  readonly entry: string;
  readonly output: string;
  readonly tools: string;
}

/** The bundlers that a consumer may use, each for a browser; a warning is a failure where the tool can make it one. */
export const bundlers: Readonly<Record<string, (job: BundleJob) => Promise<void>>> = { esbuild, rollup, vite };

/** Installs what is not among our own dependencies. */
export async function installBundlers(tools: string): Promise<void> {
  const packages = [
    "rollup@4.68.7",
    "@rollup/plugin-commonjs@29.0.3",
    "@rollup/plugin-node-resolve@16.0.3",
    "vite@8.3.8",
  ];
  await installPackages(tools, packages);
}

async function esbuild({ entry, output }: BundleJob): Promise<void> {
  const options = { bundle: true, minify: true, format: "esm", platform: "browser" } as const;
  const { warnings } = await build({ entryPoints: [entry], outfile: output, ...options });
  if (warnings.length > 0) throw new Error("esbuild warned; see above.");
}

async function rollup({ entry, output, tools }: BundleJob): Promise<void> {
  const program = join(tools, "node_modules/rollup/dist/bin/rollup");
  // Rollup reads the whole graph before it shakes it, and a dependency of an upload library is CommonJS.
  const plugins = ["--plugin", "node-resolve={browser:true}", "--plugin", "commonjs"];
  const options = ["--failAfterWarnings", "--format", "es", "--silent", "--file", output];
  await execute([process.execPath, program, ...plugins, ...options, entry], tools);
}

async function vite({ entry, output, tools }: BundleJob): Promise<void> {
  const name = basename(output, ".js");
  const config = {
    build: {
      lib: { entry, formats: ["es"], fileName: name },
      outDir: dirname(output),
      emptyOutDir: false,
      minify: true,
    },
  };
  const configFile = join(tools, `${name}.config.js`);
  writeFileSync(configFile, `export default ${JSON.stringify(config)};\n`);
  const program = join(tools, "node_modules/vite/bin/vite.js");
  await execute([process.execPath, program, "build", "--config", configFile, "--logLevel", "warn"], tools);
}
