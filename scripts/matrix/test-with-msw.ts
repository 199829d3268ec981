import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { manifestFile } from "../checks/manifest.ts";
import { openRepository, packageNames } from "../checks/repository.ts";
import { reportTests } from "../steps/report-tests.ts";
import { execute } from "./execute.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [version, folder, report] = process.argv.slice(2);
if (version === undefined || folder === undefined || report === undefined) {
  throw new Error("Usage: node scripts/matrix/test-with-msw.ts <version> <folder> <report>.");
}

// A copy of the working tree with that msw installed runs the tests as they are.
const repository = openRepository(root);
for (const file of repository.files) {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  cpSync(join(root, file), join(folder, file));
}
for (const name of packageNames(repository)) {
  const file = join(folder, manifestFile(name));
  writeFileSync(file, readFileSync(file, "utf8").replace(/("devDependencies": \{[^}]*"msw": ")[^"]*/, `$1${version}`));
}
await execute(["pnpm", "install", "--no-frozen-lockfile", "--prefer-offline", "--ignore-scripts"], folder);
const vitest = join(folder, "node_modules/vitest/vitest.mjs");
await execute([process.execPath, vitest, "run", "mock", "msw", ...reportTests(report)], folder);
