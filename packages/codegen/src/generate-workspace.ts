import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { checkFiles } from "./check-files.ts";
import { generateFiles } from "./generate-files.ts";
import { readPlatform } from "./read-platform.ts";
import { refuse, SpecError, type Problem } from "./spec-error.ts";
import { writeFiles } from "./write-files.ts";

/** What to generate in this repository. */
export interface WorkspaceOptions {
  readonly root: string;
  /** Folders below `specs/`; all of them where there is none. */
  readonly platforms: readonly string[];
  /** Compare instead of writing. */
  readonly check: boolean;
  /** Told what happened, line by line. */
  readonly report: (line: string) => void;
}

/**
 * Generates `packages/<platform>/src/generated/` for every platform, or checks that it is up to date.
 *
 * @throws SpecError with the problems of every platform.
 */
export async function generateWorkspace({ root, platforms, check, report }: WorkspaceOptions): Promise<void> {
  const problems: Problem[] = [];
  for (const platform of await choosePlatforms(root, platforms)) {
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
  const label = `packages/${platform}/src/generated`;
  const folder = join(root, label);
  if (check) {
    refuse(await checkFiles({ folder, label, files, command: input.provenance.command }));
    report(`${label}: up to date, ${files.size} files`);
    return;
  }
  const changed = await writeFiles(folder, files);
  report(`${label}: ${changed.length === 0 ? "up to date" : `wrote ${changed.join(", ")}`}`);
}

async function choosePlatforms(root: string, wanted: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(join(root, "specs"), { withFileTypes: true });
  const present = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  for (const platform of wanted) {
    if (present.includes(platform)) continue;
    const mend = `name one of ${present.join(", ")}, or create the folder`;
    throw new SpecError([{ file: `specs/${platform}`, problem: "there is no such specification", mend }]);
  }
  return wanted.length === 0 ? present : wanted;
}
