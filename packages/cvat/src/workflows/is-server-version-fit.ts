/**
 * The versions of the server that the specification fits: it is of 2.73, and by the release notes what came until 2.76 was added to
 * it, and took nothing away.
 */
export const fittingVersions = { oldest: "2.73", newest: "2.76" } as const;

/** True for a version, such as `"2.73.1"`, from the oldest to the newest of {@link fittingVersions}. */
export function isServerVersionFit(version: string): boolean {
  const [found, oldest, newest] = [version, fittingVersions.oldest, fittingVersions.newest].map(orderOf);
  return found !== undefined && oldest !== undefined && newest !== undefined && found >= oldest && found <= newest;
}

/** A number that orders versions by their first two parts; undefined for what is no version. */
function orderOf(version: string): number | undefined {
  const [, major, minor] = /^v?(\d{1,6})\.(\d{1,6})(?:\D|$)/.exec(version) ?? [];
  return major === undefined || minor === undefined ? undefined : Number(major) * 1_000_000 + Number(minor);
}
