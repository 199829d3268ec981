import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileFiles } from "./compile-files.ts";
import { OutsideError } from "./outside-error.ts";
import { runCommand } from "./run-command.ts";

export interface EntryCheck {
  readonly root: string;
  /** Where the package is installed. */
  readonly folder: string;
  readonly name: string;
  readonly entries: readonly string[];
}

/** Compiles a program that imports every entry, with the types of a browser and with those of Node, and loads each both ways. */
export async function checkEntries({ root, folder, name, entries }: EntryCheck): Promise<void> {
  const specifiers = entries.map((entry) => name + entry.slice(1));
  const isJson = (specifier: string): boolean => specifier.endsWith(".json");
  const imports = specifiers.map((specifier, index) =>
    isJson(specifier)
      ? `import entry${index} from "${specifier}" with { type: "json" };`
      : `import * as entry${index} from "${specifier}";`,
  );
  const all = specifiers.map((_, index) => `entry${index}`).join(", ");
  await writeFile(join(folder, "entries.ts"), `${imports.join("\n")}\nexport const entries = [${all}];\n`);
  for (const surroundings of ["dom", "node"] as const) {
    const { ok, output } = await compileFiles({ root, folder, files: ["entries.ts"], surroundings: [surroundings] });
    if (!ok) throw new OutsideError(`${name} does not compile beside the types of ${surroundings}`, output);
  }
  await writeFile(join(folder, "load.mjs"), loadAll(specifiers.filter((specifier) => !isJson(specifier))));
  const { ok, output } = await runCommand(process.execPath, ["load.mjs"], { cwd: folder });
  if (!ok) throw new OutsideError(`${name} does not load`, output);
}

/** `import()` and `require` must give the same names. */
function loadAll(specifiers: readonly string[]): string {
  return `
import assert from "node:assert/strict";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const names = (module) => Object.keys(module).filter((name) => name !== "default" && name !== "module.exports").sort();
for (const specifier of ${JSON.stringify(specifiers)}) {
  assert.deepEqual(names(require(specifier)), names(await import(specifier)), specifier);
}
`;
}
