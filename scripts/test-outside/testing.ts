import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** The repository, whose compiler the tests use. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** A temporary folder with these files; it is gone after the test. */
export function temporaryFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "labelwire-outside-test-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A consumer's folder with a package installed that asks a server for a pet. */
export const consumer: Readonly<Record<string, string>> = {
  "package.json": '{ "type": "module" }',
  "node_modules/@acme/pets/package.json": JSON.stringify({
    name: "@acme/pets",
    type: "module",
    exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./package.json": "./package.json" },
  }),
  "node_modules/@acme/pets/index.d.ts": "export declare function getPet(host?: string): Promise<string>;\n",
  "node_modules/@acme/pets/index.js":
    'export const getPet = async (host = "https://pets.example") => (await fetch(`${host}/pet`)).text();\n',
};
