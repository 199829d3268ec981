import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ContenderContext } from "./contender.ts";

const run = promisify(execFile);

/** Runs a peer's command line; it reports no usage to its makers. */
export async function runPeer(
  command: readonly [program: string, ...args: string[]],
  { peers, folder }: ContenderContext,
): Promise<void> {
  const [program, ...args] = command;
  const environment = { ...process.env, DO_NOT_TRACK: "1", ORVAL_TELEMETRY_DISABLED: "1" };
  await run(join(peers, "node_modules/.bin", program), args, { cwd: folder, env: environment });
}
