import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { markdownTable } from "./markdown-table.ts";

/** What a measurement that only one platform has came to. */
export interface OwnFigure {
  /** What was measured, such as `10,000 tasks listed, prefetch 4`. */
  readonly what: string;
  /** Our figure, with its unit. */
  readonly ours: string;
  /** What it is held against, and its figure. */
  readonly other: string;
  /** How the two compare, such as `4.1 ×`, and the bound that is promised. */
  readonly ratio: string;
  readonly bound: string;
  readonly isKept: boolean;
}

/** Runs one measurement on the entries of a platform's build. */
export type OwnMeasurement = (entries: PlatformEntries) => Promise<OwnFigure>;

/** The modules of a platform's package, as file paths. */
export interface PlatformEntries {
  readonly client: string;
  readonly operations: string;
}

/** The measurements in `own/<platform>.ts`; none where there is no such file. */
export async function ownMeasurements(platform: string): Promise<readonly OwnMeasurement[]> {
  const file = join(import.meta.dirname, "own", `${platform}.ts`);
  if (!existsSync(file)) return [];
  const { measurements } = (await import(pathToFileURL(file).href)) as { measurements: readonly OwnMeasurement[] }; // what every file there exports
  return measurements;
}

/** The figures as a table; empty for none. */
export function ownTable(figures: readonly OwnFigure[]): string {
  if (figures.length === 0) return "";
  const rows = figures.map(({ what, ours, other, ratio, bound }) => [what, ours, other, ratio, bound]);
  return markdownTable(["of this platform", "ours", "against", "ratio", "promised"], rows);
}
