import type { SpecChange } from "./spec-change.ts";

/** How much a release says it changes. */
export type Bump = "major" | "minor" | "patch";

/**
 * The bump that a package needs for changes of its interface (semver.org, 2.0.0): before 1.0.0 a break is a minor one, as the caret
 * ranges of npm have it.
 *
 * @param version - The version that is released, such as `0.4.0`.
 */
export function bumpOf(changes: readonly SpecChange[], version: string): Bump {
  if (changes.some(({ breaking }) => breaking)) return version.startsWith("0.") ? "minor" : "major";
  return changes.some(({ kind }) => kind === "added") ? "minor" : "patch";
}
