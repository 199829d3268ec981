import { mkdtemp, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand, type CommandResult } from "../steps/run-command.ts";
import { startOutsideServer } from "./outside-server.ts";

export interface BlockRun {
  readonly root: string;
  /** Where the package is installed. */
  readonly folder: string;
  /** The compiled block, relative to `folder`. */
  readonly file: string;
  /** The folder with the package's server. */
  readonly outside: string | undefined;
  /** Whether a mock answers the block: msw 3 sees requests below `fetch`, after a redirect would have changed them. */
  readonly isMocked: boolean;
  /** Whether the block is a test for vitest. */
  readonly isTest: boolean;
}

const refuseHosts = fileURLToPath(new URL("refuse-hosts.ts", import.meta.url));
const redirectFetch = fileURLToPath(new URL("redirect-fetch.ts", import.meta.url));

/** Runs one block in a process, an empty folder and a server of its own. */
export async function runBlock({ root, folder, file, outside, isMocked, isTest }: BlockRun): Promise<CommandResult> {
  const server = await startOutsideServer(outside);
  try {
    const cwd = await mkdtemp(join(folder, "run-"));
    const env = {
      PATH: process.env["PATH"],
      HOME: cwd,
      ...server.environment,
      OUTSIDE_ORIGINS: JSON.stringify(server.origins),
    };
    const preloads = isMocked ? [refuseHosts] : [refuseHosts, redirectFetch];
    const args = isTest
      ? await vitest({ root, folder, file, preloads })
      : [...preloads.map((preload) => `--import=${preload}`), join(folder, file)];
    return await runCommand([process.execPath, ...args], { cwd, env, timeoutMs: 60_000 });
  } finally {
    await server.close();
  }
}

interface TestRun extends Pick<BlockRun, "root" | "folder" | "file"> {
  readonly preloads: readonly string[];
}

/** A vitest of this repository, with no configuration but what to run and what to load before. */
async function vitest({ root, folder, file, preloads }: TestRun): Promise<string[]> {
  const config = join(folder, `${basename(file, ".js")}.vitest.mjs`);
  await writeFile(config, `export default ${JSON.stringify({ test: { include: [file], setupFiles: preloads } })};`);
  return [join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", config, "--root", folder];
}
