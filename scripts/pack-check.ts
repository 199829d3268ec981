import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkTarball } from "./pack/check-tarball.ts";
import { packPackages } from "./pack/pack-packages.ts";
import { readTarball } from "./pack/read-tarball.ts";
import { runCommand, type Command } from "./steps/run-command.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a command prints when it fails; undefined when it passes. */
async function complaint(...command: Command): Promise<string | undefined> {
  const { ok, output } = await runCommand(command, { cwd: root });
  return ok ? undefined : `${command[0]}: ${output}`;
}

async function checkPacked(tarball: string): Promise<readonly string[]> {
  const complaints = await Promise.all([
    complaint("publint", "run", tarball, "--strict"),
    // ESM only: `require` of it works in the Node versions that `engines` names, and older resolution is not promised.
    complaint("attw", tarball, "--profile", "esm-only", "--no-color", "--no-emoji"),
  ]);
  return [...checkTarball(readTarball(tarball)), ...complaints.filter((text) => text !== undefined)];
}

const folder = mkdtempSync(join(tmpdir(), "labelwire-pack-"));
try {
  const packed = await packPackages(root, folder);
  const checked = await Promise.all(
    packed.map(async ({ name, tarball }) => ({ name, complaints: await checkPacked(tarball) })),
  );
  for (const { name, complaints } of checked) {
    for (const text of complaints) console.error(`packages/${name} as published: ${text}`);
    if (complaints.length > 0) process.exitCode = 1;
    else console.log(`packages/${name}: publint, attw and the tarball's files are in order.`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
