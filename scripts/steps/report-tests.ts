/** The arguments with which vitest prints how it goes, and writes a JSON report to `file`. */
export function reportTests(file: string): readonly string[] {
  return ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
}
