import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openRepository, packageNames } from "../checks/repository.ts";
import { entriesOf, type Entry } from "./entry.ts";
import { execute } from "./execute.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [compiler, consumer] = process.argv.slice(2);
if (compiler === undefined || consumer === undefined) {
  throw new Error("Usage: node scripts/matrix/compile-consumer.ts <package of the compiler> <folder of the consumer>.");
}
const tsc = join(root, "node_modules", compiler, "bin/tsc");
const repository = openRepository(root);
const entries = entriesOf(repository).filter(({ isJson }) => !isJson);

const resolutions = [
  { module: "node16", moduleResolution: "node16" },
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

/** Every export of every entry, as a type and as a value. */
function moduleOf(imported: readonly Entry[]): string {
  const lines = imported.map(({ specifier }, index) => `import * as entry${index} from ${JSON.stringify(specifier)};`);
  return `${lines.join("\n")}\nexport const all = [${imported.map((_entry, index) => `entry${index}`).join(", ")}];\n`;
}

async function compile(
  name: string,
  imported: readonly Entry[],
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  const folder = join(consumer ?? "", `${compiler ?? ""}-${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "consumer.ts"), moduleOf(imported));
  const compilerOptions = {
    target: "es2022",
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    types: ["node"],
    ...options,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  await execute([process.execPath, tsc, "-p", folder], folder);
  console.log(`${compiler ?? ""}: ${name} compiles.`);
}

for (const resolution of resolutions) {
  const name = resolution.moduleResolution;
  const withoutMsw = entries.filter(({ needsMsw }) => !needsMsw);
  await compile(name, withoutMsw, { ...resolution, skipLibCheck: false });
  // The declarations of msw are not ours to check.
  await compile(`${name}-msw`, entries, { ...resolution, skipLibCheck: true });
}
for (const name of packageNames(repository)) {
  await execute(
    [process.execPath, tsc, "-p", `packages/${name}/tsconfig.build.json`, "--noEmit", "--incremental", "false"],
    root,
  );
  console.log(`${compiler}: the source of packages/${name} compiles.`);
}
