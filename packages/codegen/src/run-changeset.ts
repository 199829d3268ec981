import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { generatedFolder } from "./generated-folder.ts";
import { isSpecificationName } from "./is-specification-name.ts";
import { isJsonObject, member, type JsonObject } from "./json-value.ts";
import { parseSpecText } from "./parse-spec-text.ts";
import type { CliEnvironment } from "./run-cli.ts";
import { runCommand, UsageError } from "./run-command.ts";
import { specChangeset } from "./spec-changeset.ts";
import { sourceFault } from "./source-fault.ts";
import { readIfThere } from "./write-files.ts";

const usage = `Usage: pnpm spec:changeset <platform> [--since <commit>]
  Compares the compiled specification with that of a commit, and writes a changeset with the bump its users need.

Options:
  --since <commit>   A commit, branch or tag. Default: HEAD.`;

const run = promisify(execFile);

/**
 * Runs `spec:changeset` with these arguments.
 *
 * @returns The exit code: 0, 1 where the input is wrong, 2 where the command line is.
 */
export async function runChangeset(args: readonly string[], { folder, out, error }: CliEnvironment): Promise<number> {
  return runCommand({ usage, error }, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { since: { type: "string", default: "HEAD" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) {
      out(usage);
      return;
    }
    const [platform, ...others] = positionals;
    if (platform === undefined || others.length > 0) throw new UsageError("One platform has to be named.");
    if (!isSpecificationName(platform)) throw new UsageError("A platform is a folder's name below specs/.");
    if (values.since.startsWith("-")) throw new UsageError("--since is a commit, a branch or a tag.");
    await writeChangeset({ root: folder, platform, since: values.since, report: out });
  });
}

interface ChangesetOptions {
  readonly root: string;
  readonly platform: string;
  readonly since: string;
  readonly report: (line: string) => void;
}

async function writeChangeset({ root, platform, since, report }: ChangesetOptions): Promise<void> {
  const file = `${generatedFolder(platform)}/openapi.json`;
  const [name = ""] = platform.split("/");
  const manifest = await readObject(root, `packages/${name}/package.json`);
  const after = await readObject(root, file);
  const before = await readCommitted(root, { file, since });
  const [packageName, packageVersion] = [member(manifest, "name"), member(manifest, "version")];
  const changeset = specChangeset({
    packageName: typeof packageName === "string" ? packageName : name,
    packageVersion: typeof packageVersion === "string" ? packageVersion : "0.0.0",
    before,
    after,
  });
  if (changeset === undefined) {
    report(`${file}: nothing changed since ${since}.`);
    return;
  }
  const target = `.changeset/spec-${platform.replace("/", "-")}.md`;
  await mkdir(join(root, ".changeset"), { recursive: true });
  await writeFile(join(root, target), changeset.text);
  report(`Wrote ${target}, a ${changeset.bump} change. Read it as a user would, and put first what matters.`);
}

async function readObject(root: string, file: string): Promise<JsonObject> {
  const text = await readIfThere(join(root, file));
  if (text === undefined)
    throw sourceFault(file, "the file does not exist", "check the platform's name, or generate it first");
  return asObject(text, file);
}

async function readCommitted(root: string, { file, since }: { file: string; since: string }): Promise<JsonObject> {
  const at = `${since}:${file}`;
  try {
    const { stdout } = await run("git", ["show", at], { cwd: root, maxBuffer: 256 * 1024 * 1024 });
    return asObject(stdout, at);
  } catch {
    throw sourceFault(
      at,
      "git does not have it",
      "name a commit that has the package; a new package's changeset is written by hand",
    );
  }
}

function asObject(text: string, file: string): JsonObject {
  const value = parseSpecText(text, file);
  if (isJsonObject(value)) return value;
  throw sourceFault(file, "it is not an object", "generate it again");
}
