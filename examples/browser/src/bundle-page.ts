import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** The page's script with the client in it, as one module. */
export async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("page.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    write: false,
    logLevel: "silent",
    // In this repository the packages are taken from their sources; your own bundler needs no conditions.
    conditions: ["@labelwire/source"],
  });
  return outputFiles[0]?.text ?? "";
}
