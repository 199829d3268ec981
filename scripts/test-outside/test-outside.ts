import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPackages } from "./find-packages.ts";
import { OutsideError } from "./outside-error.ts";
import { packPackage } from "./pack-package.ts";
import { runCommand } from "./run-command.ts";
import { testPackage } from "./test-package.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packages = findPackages(root);
const folder = await mkdtemp(join(tmpdir(), "labelwire-outside-"));
let compiled = 0;
let run = 0;
let failed = 0;
try {
  const built = await runCommand("turbo", ["run", "build", "--output-logs=errors-only"], { cwd: root });
  if (!built.ok) throw new OutsideError("the packages cannot be built", built.output);
  const tarballs = new Map<string, string>();
  for (const each of packages) tarballs.set(each.name, await packPackage(each, join(folder, "tarballs")));
  for (const each of packages) {
    try {
      const report = await testPackage(each, { root, folder: join(folder, basename(each.folder)), tarballs });
      compiled += report.compiled;
      run += report.run;
      console.log(
        `✓ ${each.name}: ${report.entries} entries, ${report.run} blocks, ${report.installed.length} packages installed`,
      );
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      failed += 1;
      console.error(`✗ ${each.name}: ${error.message}`);
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(
  `test:outside: ${packages.length - failed} of ${packages.length} packages, ${compiled} blocks compiled, ${run} blocks run`,
);
process.exitCode = failed === 0 ? 0 : 1;
