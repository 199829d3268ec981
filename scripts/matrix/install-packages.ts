import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execute } from "./execute.ts";

/** Installs packages with npm in a folder of their own, which it makes. No install script runs. */
export async function installPackages(folder: string, packages: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  await execute(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages], folder);
}
