import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../steps/run-command.ts";
import { compileFiles, type Surroundings } from "./compile-files.ts";
import { OutsideError } from "./outside-error.ts";

export interface EntryCheck {
  readonly root: string;
  /** Where the package is installed. */
  readonly folder: string;
  readonly name: string;
  readonly entries: readonly string[];
  /** The ambient types to compile beside, one after the other. */
  readonly surroundings: readonly (readonly Surroundings[])[];
}

/** Compiles a program that imports every entry, beside each of the surroundings, and loads each entry both ways. */
export async function checkEntries({ root, folder, name, entries, surroundings }: EntryCheck): Promise<void> {
  const specifiers = entries.map((entry) => name + entry.slice(1));
  const isJson = (specifier: string): boolean => specifier.endsWith(".json");
  const imports = specifiers.map((specifier, index) =>
    isJson(specifier)
      ? `import entry${index} from "${specifier}" with { type: "json" };`
      : `import * as entry${index} from "${specifier}";`,
  );
  const all = specifiers.map((_, index) => `entry${index}`).join(", ");
  await writeFile(join(folder, "entries.ts"), `${imports.join("\n")}\nexport const entries = [${all}];\n`);
  for (const each of surroundings) {
    const { ok, output } = await compileFiles({ root, folder, files: ["entries.ts"], surroundings: each });
    if (!ok) throw new OutsideError(`${name} does not compile beside the types of ${each.join(" and ")}`, output);
  }
  await writeFile(join(folder, "load.mjs"), loadAll(specifiers.filter((specifier) => !isJson(specifier))));
  const { ok, output } = await runCommand([process.execPath, "load.mjs"], { cwd: folder });
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
