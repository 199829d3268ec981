import { parseArgs } from "node:util";
import { checkUrl } from "./check-url.ts";
import type { CliEnvironment } from "./run-cli.ts";
import { isSpecificationName } from "./is-specification-name.ts";
import { refreshSpec } from "./refresh-spec.ts";
import { runCommand, UsageError } from "./run-command.ts";

const usage = `Usage: pnpm spec:refresh <platform> --from <file|url> [options]
  Carries a platform's description into specs/<platform>/, regenerates its package and says what changed.

Options:
  --from <file|url>   An OpenAPI 3.0 or 3.1 description, YAML or JSON.
  --url <url>         Where it is published, if --from is a file. Default: as before.
  --version <text>    The platform's version. Default: what the description says.
  --licence <text>    The description's licence. Default: as before, or what the description says.
  --kind <kind>       "upstream" or "documented". Default: as before, or upstream.
  --keep              Write openapi.yaml and source.json even where the overlay or the settings no longer fit.`;

/**
 * Runs `spec:refresh` with these arguments.
 *
 * @returns The exit code: 0, 1 where the input is wrong, 2 where the command line is.
 */
export async function runRefresh(args: readonly string[], environment: CliEnvironment): Promise<number> {
  return runCommand({ usage, error: environment.error }, async () => {
    const { values, positionals } = parse(args);
    if (values.help === true) {
      environment.out(usage);
      return;
    }
    const [platform, ...others] = positionals;
    if (platform === undefined || others.length > 0) throw new UsageError("One platform has to be named.");
    if (!isSpecificationName(platform)) throw new UsageError("A platform is a folder's name below specs/.");
    const { from, kind, url } = values;
    if (from === undefined) throw new UsageError("--from is missing.");
    if (kind !== undefined && kind !== "upstream" && kind !== "documented") {
      throw new UsageError('--kind is "upstream" or "documented".');
    }
    checkUrl(url);
    await refreshSpec({
      root: environment.folder,
      platform,
      from,
      kind,
      url,
      version: values.version,
      licence: values.licence,
      keep: values.keep === true,
      report: environment.out,
    });
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
      version: { type: "string" },
      licence: { type: "string" },
      kind: { type: "string" },
      keep: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
}
