import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { refreshSpec, type RefreshOptions } from "../src/refresh-spec.ts";
import { SpecError } from "../src/spec-error.ts";
import { petsFolder } from "./write-repository.ts";

export { listen as serve } from "../../../scripts/testing/listen.ts";

/** The interface of the pets as their platform would give it out. */
export async function petsText(change: (text: string) => string = (text) => text): Promise<string> {
  return change(await readFile(join(petsFolder, "openapi.yaml"), "utf8"));
}

/** What a refresh said, and why it failed. */
export interface RefreshOutcome {
  readonly report: string;
  readonly error: string;
}

/** Refreshes the pets of a repository; the licence and the address are given, the day is the same every day. */
export async function refreshPets(
  root: string,
  from: string,
  options: Partial<RefreshOptions> = {},
): Promise<RefreshOutcome> {
  const lines: string[] = [];
  try {
    await refreshSpec({
      root,
      platform: "pets",
      from,
      report: (line) => lines.push(line),
      clock: () => new Date("2026-02-03T12:00:00Z"),
      ...options,
    });
    return { report: lines.join("\n"), error: "" };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { report: lines.join("\n"), error: error.message };
  }
}

/** Every file of a repository with its text; two of them are equal where nothing was touched. */
export async function readTree(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.sort().map(async (file) => [file, await readFile(file, "utf8")] as const)));
}
