import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execute } from "./execute.ts";
import { installRuntime, runtimes } from "./runtimes.ts";

const core = fileURLToPath(new URL("../../packages/core", import.meta.url));
const [name = "", folder, consumer] = process.argv.slice(2);
const runtime = runtimes[name];
if (runtime === undefined || folder === undefined || consumer === undefined) {
  throw new Error(
    `Usage: node scripts/matrix/run-on-runtime.ts <${Object.keys(runtimes).join("|")}> <folder for it> <folder of the consumer>.`,
  );
}
const binary = await installRuntime(runtime, folder);

// A copy beside the installed packages, so that the runtime finds them as it would for a user.
const place = join(consumer, `on-${name}`);
rmSync(place, { recursive: true, force: true });
mkdirSync(join(place, "smoke/files"), { recursive: true });
cpSync(join(core, "test/acme.ts"), join(place, "smoke/acme.ts"));
for (const file of ["smoke.ts", "run-smoke.ts", "worker-smoke.ts"]) {
  cpSync(join(core, "test/runtimes", file), join(place, "smoke/runtimes", file));
}
const server = join(core, "test/runtimes/serve-and-run.ts");
const source = ["--disable-warning=ExperimentalWarning", "--conditions=@labelwire/source"];
await execute([process.execPath, ...source, server, ...runtime.command({ binary, core })], place);
console.log(`The packages work in ${name}.`);
