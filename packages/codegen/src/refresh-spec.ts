import { stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { compileRefreshed, type CompiledRefresh } from "./compile-refreshed.ts";
import { formatRefresh } from "./format-refresh.ts";
import { generatedFolder } from "./generated-folder.ts";
import { sha256 } from "./input-file.ts";
import type { JsonValue } from "./json-value.ts";
import { nextSource, type SourceFacts } from "./next-source.ts";
import { parseSpecText } from "./parse-spec-text.ts";
import { readInterface, type InterfaceOptions } from "./read-interface.ts";
import { replaceFiles } from "./replace-files.ts";
import { refuse, SpecError } from "./spec-error.ts";
import { readIfThere } from "./write-files.ts";
import { writeYaml } from "./write-yaml.ts";

/** What to refresh, and from what. */
export interface RefreshOptions extends SourceFacts, InterfaceOptions {
  /** The folder below `specs/`, such as `pets`, or `pets/farm` for one part. */
  readonly platform: string;
  /** Write `openapi.yaml` and `source.json` even where the overlay or the settings no longer fit, and generate nothing then. Default: false. */
  readonly keep?: boolean;
  /** Told what changed, line by line. */
  readonly report: (line: string) => void;
  /** Default: the current time. */
  readonly clock?: () => Date;
}

/**
 * Carries a platform's description into `specs/<platform>/` (the interface without its prose, in one order), regenerates the package
 * and reports what changed. Where anything is wrong, nothing is written.
 *
 * @throws SpecError with everything that is wrong in the first step that fails.
 */
export async function refreshSpec(options: RefreshOptions): Promise<void> {
  const { root, platform, report, keep = false } = options;
  const label = `specs/${platform}`;
  await findFolder(root, label);
  const given = await readInterface(options);
  const text = writeYaml(given.document);
  const before = await readPresent(root, label);
  const source = nextSource({
    file: `${label}/source.json`,
    before: before.source,
    facts: { ...options, url: options.url ?? given.url },
    document: given.document,
    sha256: sha256(text),
    today: (options.clock ?? (() => new Date()))().toISOString().slice(0, 10),
  });
  const files = new Map([
    [join(root, label, "openapi.yaml"), text],
    [join(root, label, "source.json"), `${JSON.stringify(source, undefined, 2)}\n`],
  ]);
  const compiled = await compileRefreshed({
    root,
    platform,
    document: given.document,
    specSha256: sha256(text),
    before: before.spec,
  });
  const lines = formatRefresh({ label, compiled, source, sourceBefore: before.source, unknown: given.unknown });
  for (const line of lines) report(line);
  if (compiled.problems.length > 0 && !keep) throw untouched(compiled, label);
  for (const [name, content] of compiled.problems.length > 0 ? [] : compiled.files) {
    files.set(join(root, generatedFolder(platform), name), content);
  }
  const written = await replaceFiles(files);
  report(
    written.length === 0
      ? "Everything is up to date."
      : `Wrote ${written.map((path) => relative(root, path).replaceAll("\\", "/")).join(", ")}.`,
  );
  if (compiled.problems.length === 0) return;
  report(`The package was not regenerated. Mend the above in ${label}, then run pnpm generate ${platform}.`);
}

/** `--keep` has a price, so it is named rather than taken. */
function untouched({ problems }: CompiledRefresh, label: string): SpecError {
  const mend = `pass --keep to write ${label}/openapi.yaml and source.json all the same, and mend the rest before you generate`;
  return new SpecError([...problems, { file: label, problem: "nothing was written", mend }]);
}

async function findFolder(root: string, label: string): Promise<void> {
  const status = await stat(join(root, label)).catch(() => undefined);
  if (status?.isDirectory() === true) return;
  const name = label.slice("specs/".length);
  const mend = `check the name, or run pnpm new-platform ${name}`;
  refuse([{ file: label, problem: "there is no such specification", mend }]);
}

interface PresentSpec {
  readonly spec: JsonValue | undefined;
  readonly source: JsonValue | undefined;
}

/** What is there already, as far as it can be read: a refresh is a way out of a broken file. */
async function readPresent(root: string, label: string): Promise<PresentSpec> {
  const read = async (name: string): Promise<JsonValue | undefined> => {
    const text = await readIfThere(join(root, label, name));
    try {
      return text === undefined ? undefined : parseSpecText(text, `${label}/${name}`);
    } catch (error) {
      if (error instanceof SpecError) return undefined;
      throw error;
    }
  };
  return { spec: await read("openapi.yaml"), source: await read("source.json") };
}
