import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openRepository, platformNames } from "./checks/repository.ts";
import { bundleSize } from "./size/bundle-size.ts";
import { consumerCode } from "./size/consumer-code.ts";

/** One call with auth, scope, retry, deadlines, redirects, decoding and typed errors on. */
const limit = 7000;

const root = fileURLToPath(new URL("..", import.meta.url));

/** The names a built module exports. */
async function exportsOf(file: string): Promise<readonly string[]> {
  const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>; // a namespace is one
  return Object.keys(module);
}

for (const name of platformNames(openRepository(root))) {
  const folder = join(root, "packages", name);
  const client = join(folder, "dist/index.js");
  const operationsEntry = join(folder, "dist/generated/operations.js");
  const factory = (await exportsOf(client)).find((member) => /^create\w+Client$/.test(member));
  const operation = (await exportsOf(operationsEntry))[0];
  if (factory === undefined || operation === undefined) {
    throw new Error(
      `packages/${name} exports no create…Client or no operation; run \`pnpm build\` and look at src/index.ts.`,
    );
  }
  const code = consumerCode({ factory, operations: [operation], client, operationsEntry });
  const { minified, gzip } = await bundleSize({ code, resolveIn: folder });
  console.log(`packages/${name}: ${operation} alone is ${minified} bytes minified, ${gzip} gzip, of ${limit}.`);
  if (gzip <= limit) continue;
  console.error(
    `packages/${name}: ${gzip - limit} bytes too many. \`pnpm bench\` shows what a call costs; look for a module that every call now imports.`,
  );
  process.exitCode = 1;
}
