import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** Bytes of a bundle. */
export interface BundleSize {
  readonly minified: number;
  /** Of the minified code, at the highest level. */
  readonly gzip: number;
}

/** Options of {@link bundleSize}. */
export interface BundleSizeOptions {
  /** An ES module. */
  readonly code: string;
  /** The folder in which its imports are looked up. */
  readonly resolveIn: string;
}

/** What a consumer's code weighs in a browser, with all that it imports: esbuild, minified, gzip. */
export async function bundleSize({ code, resolveIn }: BundleSizeOptions): Promise<BundleSize> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: resolveIn, loader: "ts" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // A Node built-in that finds its way into a client fails the build here.
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
