import { relative, resolve } from "node:path";
import { applyOverlay } from "./apply-overlay.ts";
import { checkFiles } from "./check-files.ts";
import { checkTarget } from "./check-target.ts";
import { generateFiles, type GeneratedFiles, type GenerateInput } from "./generate-files.ts";
import { readInput, sha256 } from "./input-file.ts";
import type { JsonObject, JsonValue } from "./json-value.ts";
import { loadPlatformPackage } from "./load-platform-package.ts";
import { packageVersion } from "./package-version.ts";
import { parseOverlay } from "./parse-overlay.ts";
import { parseSettings } from "./parse-settings.ts";
import { refuse, SpecError, visible, type Problem } from "./spec-error.ts";
import { validateSpec } from "./validate-spec.ts";
import { writeFiles } from "./write-files.ts";

/** What to generate for a user's own server. */
export interface ServerOptions {
  /** The user's project; paths are relative to it. */
  readonly folder: string;
  /** An installed platform package, or the path of its folder. */
  readonly platform: string;
  /** The OpenAPI description of the user's server. */
  readonly spec: string;
  /** Where the files go. */
  readonly out: string;
  /** Makes corrections and settings that do not fit the server's version warnings. */
  readonly allowUnmatched: boolean;
  /** Compare instead of writing. */
  readonly check: boolean;
  readonly report: (line: string) => void;
  readonly warn: (line: string) => void;
}

/**
 * Writes `schema.ts`, `operations.ts` and `openapi.json` for one version of a platform's server, with the corrections and settings
 * of the installed client. The operations take the client's own clients. Nothing is fetched: `spec` is a file.
 *
 * @throws SpecError with everything that is wrong.
 */
export async function generateForServer(options: ServerOptions): Promise<void> {
  const { folder, allowUnmatched, check, report, warn } = options;
  const platform = await loadPlatformPackage(options.platform, folder);
  if (/^https?:/i.test(options.spec)) throw isAddress();
  const specName = readable(folder, options.spec);
  const spec = await readInput(resolve(folder, options.spec), specName, "give the path of your server's description");
  const label = `${platform.name}/codegen`;
  const overlayHash = sha256(JSON.stringify(platform.overlay));
  const actions = parseOverlay({ file: label, value: platform.overlay, sha256: overlayHash });
  const settings = parseSettings({ file: label, value: platform.settings, sha256: "" });
  const corrected = applyOverlay(spec.value, actions, label);
  // A correction that the server's version has taken is no news to its user.
  const problems = corrected.problems.filter(({ isSettled }) => isSettled !== true);
  const outName = readable(folder, options.out);
  const document = validateCorrected(corrected.document, { original: spec.value, specName, label });
  const provenance = {
    platform: settings.platform,
    specSha256: spec.sha256,
    overlaySha256: overlayHash,
    generatorVersion: packageVersion(),
    command: `labelwire generate --platform ${options.platform} --spec ${specName} --out ${outName}`,
  };
  const names = { spec: specName, settings: label };
  const { files, warnings, command } = await generateRepeatable(
    { document, settings, names, provenance, runtime: platform.name },
    { isUnmatched: problems.length > 0 },
  );
  const unmatched: readonly Problem[] = [...problems, ...warnings];
  if (!allowUnmatched) refuse(unmatched.map(suggestAllowing));
  for (const line of formatWarnings(unmatched)) warn(line);
  const target = resolve(folder, options.out);
  if (check) {
    refuse(await checkFiles({ folder: target, label: outName, files, command }));
    report(`${outName}: up to date, ${files.size} files`);
    return;
  }
  refuse(await checkTarget({ folder: target, label: outName, names: [...files.keys()] }));
  const changed = await writeFiles(target, files);
  report(`${outName}: ${changed.length === 0 ? "up to date" : `wrote ${changed.join(", ")}`}`);
}

/** Generates with the command that a reader of a file can repeat, which has the option wherever it takes that to succeed. */
async function generateRepeatable(
  input: GenerateInput,
  { isUnmatched }: { readonly isUnmatched: boolean },
): Promise<GeneratedFiles & { readonly command: string }> {
  const command = `${input.provenance.command}${isUnmatched ? " --allow-unmatched" : ""}`;
  const generated = await generateFiles({ ...input, provenance: { ...input.provenance, command } });
  // Known only now: a list that the settings speak of is not there.
  if (generated.warnings.length > 0 && !isUnmatched) return generateRepeatable(input, { isUnmatched: true });
  return { ...generated, command };
}

interface CorrectedSpec {
  /** The description as the user gave it. */
  readonly original: JsonValue;
  readonly specName: string;
  /** The name of the corrections. */
  readonly label: string;
}

/**
 * Checks a description after its corrections.
 *
 * @throws SpecError; where the description was in order before, it names the corrections, because the place is not in the user's file.
 */
function validateCorrected(document: JsonValue, { original, specName, label }: CorrectedSpec): JsonObject {
  try {
    return validateSpec(document, specName);
  } catch (error) {
    if (!(error instanceof SpecError) || !isInOrder(original, specName)) throw error;
    const mend = "give the description of a server of this platform, or install the client that fits its version";
    throw new SpecError(
      error.problems.map((problem) => ({ ...problem, file: `${specName}, corrected by ${label}`, mend })),
    );
  }
}

function isInOrder(document: JsonValue, specName: string): boolean {
  try {
    validateSpec(document, specName);
    return true;
  } catch {
    return false;
  }
}

/** Nobody but the client's maintainers could mend these, so that only what does not fit is told, and how much. */
function formatWarnings(unmatched: readonly Problem[]): string[] {
  if (unmatched.length === 0) return [];
  const lines = unmatched.map(({ file, pointer, problem }) =>
    visible(`Warning: ${file}#${pointer ?? ""}: ${problem}.`),
  );
  return [...lines, `Warning: ${lines.length} of the client's corrections and settings found nothing here to work on.`];
}

function isAddress(): SpecError {
  const mend = "save what the server answers with there, and give the path of that file";
  return new SpecError([{ file: "--spec", problem: "it is an address, and nothing is fetched", mend }]);
}

/** The corrections are made for one version; another may not need all of them. */
function suggestAllowing(problem: Problem): Problem {
  return {
    ...problem,
    mend: "pass --allow-unmatched if your server is of another version than the client's specification",
  };
}

/** The path as the user's project sees it, with forward slashes, so that no machine's folders get into a file. */
function readable(folder: string, path: string): string {
  return relative(folder, resolve(folder, path)).replaceAll("\\", "/") || ".";
}
