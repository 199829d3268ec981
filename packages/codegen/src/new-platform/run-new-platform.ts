import { parseArgs } from "node:util";
import { checkUrl } from "../check-url.ts";
import type { CliEnvironment } from "../run-cli.ts";
import { operationName } from "../operation-name.ts";
import { runCommand, UsageError } from "../run-command.ts";
import { createPlatform } from "./create-platform.ts";

const usage = `Usage: pnpm new-platform <name> --from <file|url> [options]
  Writes specs/<name>/ and packages/<name>/ from a platform's description, once. No other file is touched.

Options:
  --from <file|url>   An OpenAPI 3.0 or 3.1 description, YAML or JSON.
  --url <url>         Where it is published, if --from is a file.
  --licence <text>    The description's licence. Default: what the description says.
  --version <text>    The platform's version. Default: what the description says.
  --server <url>      The base URL. Default: what the description says.
  --title <text>      The platform's name for people.`;

/** What {@link runNewPlatform} has around it. */
export interface NewPlatformEnvironment extends CliEnvironment {
  /** Formats a file as the repository's formatter does. */
  readonly format: (file: string, text: string) => Promise<string>;
}

/**
 * Runs `new-platform` with these arguments.
 *
 * @returns The exit code: 0, 1 where the input is wrong, 2 where the command line is.
 */
export async function runNewPlatform(args: readonly string[], environment: NewPlatformEnvironment): Promise<number> {
  const { folder, out, error, format } = environment;
  return runCommand({ usage, error }, async () => {
    const { values, positionals } = parse(args);
    if (values.help === true) {
      out(usage);
      return;
    }
    const [platform, ...others] = positionals;
    if (platform === undefined || others.length > 0) throw new UsageError("One platform has to be named.");
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(platform) || operationName(platform) === undefined) {
      throw new UsageError("A platform's name is in kebab-case, such as pet-shop, and no reserved word.");
    }
    const { from, help: _help, ...facts } = values;
    checkUrl(facts.url);
    if (from === undefined) throw new UsageError("--from is missing.");
    await createPlatform({ ...facts, root: folder, platform, from, format, report: out });
  });
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: true,
    options: {
      from: { type: "string" },
      url: { type: "string" },
      licence: { type: "string" },
      version: { type: "string" },
      server: { type: "string" },
      title: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
}
