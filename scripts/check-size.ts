import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openRepository, platformNames } from "./checks/repository.ts";
import { bundleSize } from "./size/bundle-size.ts";
import { consumerCode } from "./size/consumer-code.ts";
import { findFactory, moduleExports } from "./size/module-exports.ts";

/** One call with auth, scope, retry, deadlines, redirects, decoding and typed errors on. */
const limit = 7000;

const root = fileURLToPath(new URL("..", import.meta.url));

for (const name of platformNames(openRepository(root))) {
  const folder = join(root, "packages", name);
  const client = join(folder, "dist/index.js");
  const operationsEntry = join(folder, "dist/generated/operations.js");
  const factory = findFactory(await moduleExports(client), `packages/${name}`);
  const operations = (await moduleExports(operationsEntry)).slice(0, 1);
  const code = consumerCode({ factory, operations, client, operationsEntry });
  const { minified, gzip } = await bundleSize({ code, resolveIn: folder });
  console.log(`packages/${name}: ${operations.join()} alone is ${minified} bytes minified, ${gzip} gzip, of ${limit}.`);
  if (gzip <= limit) continue;
  console.error(
    `${gzip - limit} bytes too many: look for a module that every call now imports. \`pnpm bench\` shows more.`,
  );
  process.exitCode = 1;
}
