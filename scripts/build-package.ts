import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Compiles the package in the current folder. What a deleted source file left in `dist` would be packed, so `dist` is made anew. */
const compiler = fileURLToPath(new URL("../node_modules/typescript-7/bin/tsc", import.meta.url));

rmSync("dist", { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { stdio: "inherit" });
process.exitCode = status ?? 1;
