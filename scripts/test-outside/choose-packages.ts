import { parseArgs } from "node:util";
import type { PublishablePackage } from "./find-packages.ts";

/**
 * The packages that a command line asks for: those after `--only` (repeatable), by their name or their folder, or all of them.
 *
 * @throws Error where there is no such package or no such option.
 */
export function choosePackages(
  packages: readonly PublishablePackage[],
  args: readonly string[],
): readonly PublishablePackage[] {
  const { only } = parseArgs({ args: [...args], options: { only: { type: "string", multiple: true } } }).values;
  if (only === undefined) return packages;
  const unknown = only.filter((wanted) => !packages.some((each) => isCalled(each, wanted)));
  if (unknown.length > 0) {
    const known = packages.map(({ folder }) => folder).join(", ");
    throw new Error(`There is no package ${unknown.join(", ")} to test. The packages are ${known}.`);
  }
  return packages.filter((each) => only.some((wanted) => isCalled(each, wanted)));
}

function isCalled({ name, folder }: PublishablePackage, wanted: string): boolean {
  return wanted === name || wanted === folder;
}
