import { mkdtemp, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startOutsideServer } from "./outside-server.ts";
import { runCommand, type CommandResult } from "./run-command.ts";

export interface BlockRun {
  readonly root: string;
  /** Where the package is installed. */
  readonly folder: string;
  /** The compiled block, relative to `folder`. */
  readonly file: string;
  /** The folder with the package's server. */
  readonly outside: string | undefined;
  /** Whether the block is a test for vitest. */
  readonly isTest: boolean;
}

const redirectFetch = fileURLToPath(new URL("redirect-fetch.ts", import.meta.url));

/** Runs one block in a process, an empty folder and a server of its own. */
export async function runBlock({ root, folder, file, outside, isTest }: BlockRun): Promise<CommandResult> {
  const server = await startOutsideServer(outside);
  try {
    const cwd = await mkdtemp(join(folder, "run-"));
    const env = {
      PATH: process.env["PATH"],
      HOME: cwd,
      ...server.environment,
      OUTSIDE_ORIGINS: JSON.stringify(server.origins),
    };
    const args = isTest ? await vitest(root, folder, file) : ["--import", redirectFetch, join(folder, file)];
    return await runCommand(process.execPath, args, { cwd, env, timeoutMs: 60_000 });
  } finally {
    server.close();
  }
}

/** A vitest of this repository, with no configuration but this file and the redirect. */
async function vitest(root: string, folder: string, file: string): Promise<string[]> {
  const config = join(folder, `${basename(file, ".js")}.vitest.mjs`);
  const test = { include: [file], setupFiles: [redirectFetch] };
  await writeFile(config, `export default ${JSON.stringify({ test })};`);
  return [join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", config, "--root", folder];
}
