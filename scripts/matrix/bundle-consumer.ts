import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openRepository, platformNames } from "../checks/repository.ts";
import { consumerCode } from "../size/consumer-code.ts";
import { findFactory, moduleExports } from "../size/module-exports.ts";
import { operationIds } from "./operation-ids.ts";
import { bundlers, installBundlers } from "./bundlers.ts";
import { checkBundle } from "./check-bundle.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const consumer = process.argv[2];
if (consumer === undefined) throw new Error("Usage: node scripts/matrix/bundle-consumer.ts <folder of the consumer>.");

const tools = join(consumer, "bundlers");
await installBundlers(tools);

for (const name of platformNames(openRepository(root))) {
  const client = `@labelwire/${name}`;
  const built = join(consumer, "node_modules", client, "dist");
  const factory = findFactory(await moduleExports(join(built, "index.js")), client);
  const ids = await operationIds(join(built, "generated/operations.js"));
  const [used = "", id = ""] = ids.entries().next().value ?? [];
  const entry = join(consumer, `bundle-${name}.js`);
  writeFileSync(entry, consumerCode({ factory, operations: [used], client, operationsEntry: `${client}/operations` }));

  for (const [tool, bundle] of Object.entries(bundlers)) {
    const output = join(tools, tool, `${name}.js`);
    await bundle({ entry, output, tools });
    const complaints = checkBundle({ code: readFileSync(output, "utf8"), used: id, operations: [...ids.values()] });
    for (const complaint of complaints) console.error(`${client} bundled by ${tool} ${complaint}.`);
    if (complaints.length > 0) process.exitCode = 1;
    else console.log(`${client} bundled by ${tool} carries ${used} alone.`);
  }
}
