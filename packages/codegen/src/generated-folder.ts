/**
 * Where the files of a specification below `specs/` go: those of `pets` into the package's own folder, and those of `pets/farm`,
 * a second client of the same package, into its part `farm`.
 */
export function generatedFolder(specification: string): string {
  const [platform = "", ...part] = specification.split("/");
  return ["packages", platform, "src", ...part, "generated"].join("/");
}
