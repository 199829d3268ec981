import { parseArgs } from "node:util";
import { generateForServer } from "./generate-for-server.ts";
import { generateWorkspace } from "./generate-workspace.ts";
import { packageVersion } from "./package-version.ts";
import { runCommand, UsageError } from "./run-command.ts";
import { usage } from "./usage.ts";

/** What a command line has around it; tests give their own. */
export interface CliEnvironment {
  /** The working folder. */
  readonly folder: string;
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/**
 * Runs `labelwire` with these arguments.
 *
 * @returns The exit code: 0, 1 where the input is wrong, 2 where the command line is.
 */
export async function runCli(args: readonly string[], environment: CliEnvironment): Promise<number> {
  return runCommand({ usage, error: environment.error }, () => run(args, environment));
}

async function run(args: readonly string[], { folder, out, error }: CliEnvironment): Promise<void> {
  const { values, positionals } = parse(args);
  if (values.help === true || values.version === true) {
    out(values.help === true ? usage : packageVersion());
    return;
  }
  const [command, ...platforms] = positionals;
  if (command !== "generate") {
    throw new UsageError(
      command === undefined ? "No command was given." : `There is no command ${JSON.stringify(command)}.`,
    );
  }
  const { platform, spec, out: target } = values;
  const check = values.check === true;
  if (platform === undefined && spec === undefined && target === undefined) {
    if (values["allow-unmatched"] === true)
      throw new UsageError("--allow-unmatched goes with --platform, --spec and --out.");
    return generateWorkspace({ root: folder, platforms, check, report: out });
  }
  if (platform === undefined || spec === undefined || target === undefined) {
    const missing = platform === undefined ? "--platform" : spec === undefined ? "--spec" : "--out";
    throw new UsageError(`${missing} is missing: --platform, --spec and --out go together.`);
  }
  if (platforms.length > 0) throw new UsageError("With --spec, the platform is named by --platform alone.");
  const allowUnmatched = values["allow-unmatched"] === true;
  await generateForServer({ folder, platform, spec, out: target, allowUnmatched, check, report: out, warn: error });
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: {
      platform: { type: "string" },
      spec: { type: "string" },
      out: { type: "string" },
      "allow-unmatched": { type: "boolean" },
      check: { type: "boolean" },
      help: { type: "boolean", short: "h" },
      version: { type: "boolean" },
    },
  });
}
