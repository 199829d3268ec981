import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openRepository } from "../checks/repository.ts";
import { entriesOf } from "./entry.ts";
import { execute } from "./execute.ts";
import { installPackages } from "./install-packages.ts";
import { nodeBinary, nodePackage } from "./node-binary.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const [version, folder, consumer] = process.argv.slice(2);
if (version === undefined || folder === undefined || consumer === undefined) {
  throw new Error(
    "Usage: node scripts/matrix/run-on-node.ts <version> <folder for that Node> <folder of the consumer>.",
  );
}

await installPackages(folder, [`${nodePackage}@${version}`]);
const node = join(folder, nodeBinary);

const entries = entriesOf(openRepository(root));
const imports = entries.map(
  ({ specifier, isJson }) =>
    `await import(${JSON.stringify(specifier)}${isJson ? ', { with: { type: "json" } }' : ""});`,
);
const requires = entries.map(({ specifier }) => `require(${JSON.stringify(specifier)});`);
writeFileSync(join(consumer, `node-${version}.mjs`), `${imports.join("\n")}\n`);
writeFileSync(join(consumer, `node-${version}.cjs`), `${requires.join("\n")}\n`);

await execute([node, "--version"], consumer);
await execute([node, `node-${version}.mjs`], consumer);
await execute([node, `node-${version}.cjs`], consumer);
console.log(`${entries.length} entries load by import and by require.`);
await execute(
  [
    node,
    "--disable-warning=ExperimentalWarning",
    "--conditions=@labelwire/source",
    "packages/codegen/src/cli.ts",
    "generate",
    "--check",
  ],
  root,
);
console.log("The generator writes the committed bytes.");
