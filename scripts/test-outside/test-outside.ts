import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages } from "../pack/pack-packages.ts";
import { runCommand } from "../steps/run-command.ts";
import { toolEnvironment } from "../steps/tool-environment.ts";
import { choosePackages } from "./choose-packages.ts";
import { findPackages, type PublishablePackage } from "./find-packages.ts";
import { OutsideError } from "./outside-error.ts";
import { testPackage } from "./test-package.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packages = findPackages(root);
const chosen = readCommandLine();
const folder = await mkdtemp(join(tmpdir(), "labelwire-outside-"));
const total = { passed: 0, blocks: 0 };

function readCommandLine(): readonly PublishablePackage[] {
  try {
    return choosePackages(packages, process.argv.slice(2));
  } catch (error) {
    console.error(`test:outside: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  }
}

/** Does one thing; what a user outside would run into is printed, and the rest goes on. */
async function attempt(name: string, work: () => Promise<string>): Promise<boolean> {
  try {
    console.log(`✓ ${name}: ${await work()}`);
    return true;
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    console.error(`✗ ${name}: ${error.message}`);
    return false;
  }
}

async function build(): Promise<string> {
  const command = ["turbo", "run", "build", "--output-logs=errors-only"] as const;
  const { ok, output } = await runCommand(command, { cwd: root, env: toolEnvironment });
  if (!ok) throw new OutsideError("the packages cannot be built", output);
  return "done";
}

try {
  if (await attempt("build", build)) {
    const packed = await packPackages(root, folder);
    const paths = new Map(packed.map(({ name, tarball }) => [name, tarball]));
    const tarballs = new Map(packages.map((each) => [each.name, paths.get(each.folder) ?? ""]));
    for (const each of chosen) {
      const passed = await attempt(each.name, async () => {
        const report = await testPackage(each, { root, folder: join(folder, each.folder), tarballs });
        total.blocks += report.blocks;
        return `entries: ${report.entries}, blocks: ${report.blocks}, packages installed: ${report.installed.length}`;
      });
      if (passed) total.passed += 1;
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
const { passed, blocks } = total;
console.log(`test:outside: ${passed} of ${chosen.length} packages, ${blocks} blocks compiled and run`);
process.exitCode = passed === chosen.length ? 0 : 1;
