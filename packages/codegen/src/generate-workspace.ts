import { join } from "node:path";
import { checkFiles } from "./check-files.ts";
import { generatedFolder } from "./generated-folder.ts";
import { generateFiles } from "./generate-files.ts";
import { listSpecifications } from "./list-specifications.ts";
import { readPlatform } from "./read-platform.ts";
import { refuse, SpecError, type Problem } from "./spec-error.ts";
import { writeFiles } from "./write-files.ts";

/** What to generate in this repository. */
export interface WorkspaceOptions {
  readonly root: string;
  /** Folders below `specs/`, such as `pets`, or `pets/farm` for one part; all of them where there is none. */
  readonly platforms: readonly string[];
  /** Compare instead of writing. */
  readonly check: boolean;
  /** Told what happened, line by line. */
  readonly report: (line: string) => void;
}

/**
 * Generates `packages/<platform>/src/generated/` for every platform, and `src/<part>/generated/` for every part, or checks that it is up to date.
 *
 * @throws SpecError with the problems of every platform.
 */
export async function generateWorkspace({ root, platforms, check, report }: WorkspaceOptions): Promise<void> {
  const problems: Problem[] = [];
  for (const platform of await chooseSpecifications(root, platforms)) {
    try {
      await generatePlatform({ root, platform, check, report });
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      problems.push(...error.problems);
    }
  }
  refuse(problems);
}

interface PlatformOptions extends Omit<WorkspaceOptions, "platforms"> {
  readonly platform: string;
}

async function generatePlatform({ root, platform, check, report }: PlatformOptions): Promise<void> {
  const input = await readPlatform(root, platform);
  const { files } = await generateFiles(input);
  const label = generatedFolder(platform);
  const folder = join(root, label);
  if (check) {
    refuse(await checkFiles({ folder, label, files, command: input.provenance.command }));
    report(`${label}: up to date, ${files.size} files`);
    return;
  }
  const changed = await writeFiles(folder, files);
  report(`${label}: ${changed.length === 0 ? "up to date" : `wrote ${changed.join(", ")}`}`);
}

/** What is named, and the parts of it; everything where nothing is named. */
async function chooseSpecifications(root: string, wanted: readonly string[]): Promise<readonly string[]> {
  const present = await listSpecifications(root);
  for (const name of wanted) {
    if (present.includes(name)) continue;
    const mend = `name one of ${present.join(", ")}, or create the folder`;
    throw new SpecError([{ file: `specs/${name}`, problem: "there is no such specification", mend }]);
  }
  if (wanted.length === 0) return present;
  return present.filter((one) => wanted.some((name) => one === name || one.startsWith(`${name}/`)));
}
