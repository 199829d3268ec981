import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** The Chromium of the system, from the PATH: playwright's own is not downloaded. */
export function findChromium(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const program = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
  if (program === undefined) {
    throw new Error("There is no chromium on the PATH. Install it, such as by: apt-get install -y chromium");
  }
  return program;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
