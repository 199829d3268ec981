import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages } from "../../../scripts/pack/pack-packages.ts";
import { readTarball } from "../../../scripts/pack/read-tarball.ts";
import { findFactory, moduleExports } from "../../../scripts/size/module-exports.ts";
import { initText, prelude } from "../call-text.ts";
import type { ClientSet } from "../client-set.ts";
import type { Contender, ContenderContext } from "../contender.ts";
import { functionName } from "../function-name.ts";
import type { OperationCall } from "../operation-call.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** One of our clients, as published: its package packed and unpacked where the consumer finds it. */
export async function labelwire({ name: entry, build, packageFolder }: ClientSet): Promise<Contender> {
  const factory = findFactory(await moduleExports(join(build, "index.js")), entry);
  const code = (calls: readonly OperationCall[]): string => {
    const names = calls.map(({ id }) => functionName(id));
    return [
      prelude,
      `import { ${factory} } from "@labelwire/${entry}";`,
      `import { ${names.join(", ")} } from "@labelwire/${entry}/operations";`,
      `const client = ${factory}({ auth: input });`,
      ...calls.map((call, index) => {
        const init = initText(call);
        // As the peers' calls do: `unwrap` would be one more generic call for each.
        return `use((await ${names[index] ?? ""}(client${init === undefined ? "" : `, ${init}`})).data);`;
      }),
    ].join("\n");
  };
  const prepare = async ({ folder }: ContenderContext): Promise<void> => {
    const modules = join(folder, "node_modules");
    await unpackAll(join(modules, "@labelwire"));
    linkLibraries(packageFolder, modules);
  };
  return { name: "labelwire", code, prepare };
}

/** A platform's own libraries, such as one for uploads, are where the workspace has them. */
function linkLibraries(packageFolder: string, modules: string): void {
  const { dependencies = {} } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as Manifest; // checked by check-packages
  for (const name of Object.keys(dependencies)) {
    const link = join(modules, name);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(packageFolder, "node_modules", name), link);
  }
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

async function unpackAll(folder: string): Promise<void> {
  const tarballs = mkdtempSync(join(tmpdir(), "labelwire-bench-"));
  const packed = await packPackages(root, tarballs);
  for (const { name, tarball } of packed) {
    for (const { path, text } of readTarball(tarball)) {
      const file = join(folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  rmSync(tarballs, { recursive: true });
}
