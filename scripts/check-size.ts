import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openRepository, platformNames } from "./checks/repository.ts";
import { bundleSize } from "./size/bundle-size.ts";
import { consumerCode } from "./size/consumer-code.ts";
import { findFactory, moduleExports } from "./size/module-exports.ts";

/**
 * The most that one call may take, with auth, scope, retry, deadlines, redirects, decoding and typed errors on. It is what has been
 * reached, and only ever goes down, to the goal: docs/decisions/2026-11-22-size-of-one-call.md.
 */
const ceiling = 10_250;
const goal = 7_000;

const root = fileURLToPath(new URL("..", import.meta.url));

for (const name of platformNames(openRepository(root))) {
  const folder = join(root, "packages", name);
  const client = join(folder, "dist/index.js");
  const operationsEntry = join(folder, "dist/generated/operations.js");
  const factory = findFactory(await moduleExports(client), `packages/${name}`);
  const operations = (await moduleExports(operationsEntry)).slice(0, 1);
  const code = consumerCode({ factory, operations, client, operationsEntry });
  const { minified, gzip } = await bundleSize({ code, resolveIn: folder });
  console.log(
    `packages/${name}: ${operations.join()} alone is ${minified} bytes minified, ${gzip} gzip. Ceiling ${ceiling}, goal ${goal}.`,
  );
  if (gzip <= ceiling) continue;
  console.error(
    `${gzip - ceiling} bytes too many: look for a module that every call now imports. \`pnpm bench\` shows more.`,
  );
  process.exitCode = 1;
}
