import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openRepository, platformNames } from "./checks/repository.ts";
import { bundleSize } from "./size/bundle-size.ts";
import { consumerCode } from "./size/consumer-code.ts";
import { findFactory, moduleExports } from "./size/module-exports.ts";

/**
 * The most bytes of gzip that one call may take: what the core brings to every client, with auth, retry, deadlines, redirects, decoding
 * and typed errors on, and what a platform's own definition adds, such as a signature. Both are what has been reached:
 * docs/decisions/2026-11-22-size-of-one-call.md.
 */
const ceilings = { core: 10_800, platform: 4_000 };

const root = fileURLToPath(new URL("..", import.meta.url));

/** One call of a platform that is nothing but a header with a key. */
const leastCode = `
  import { createClient, headerAuth, operation, unwrap } from ${JSON.stringify(join(root, "packages/core/dist/index.js"))};
  const definition = {
    platform: "acme", title: "Acme", servers: { main: "https://acme.example" }, readFailure: () => undefined,
    auth: [headerAuth({ credential: "apiKey", header: "apikey" })],
  };
  const client = createClient(definition, { auth: globalThis.credentials });
  console.log(await unwrap(operation("getPet", "get", "/pets/{id}", "json")(client, globalThis.init)));
`;

function check(name: string, bytes: number, ceiling: number): void {
  console.log(`${name}: ${bytes} bytes gzip of ${ceiling}.`);
  if (bytes <= ceiling) return;
  console.error(
    `${bytes - ceiling} bytes too many: look for a module that every call now imports. \`pnpm bench\` shows more.`,
  );
  process.exitCode = 1;
}

const core = await bundleSize({ code: leastCode, resolveIn: join(root, "packages/core") });
check("packages/core in one call", core.gzip, ceilings.core);

for (const name of platformNames(openRepository(root))) {
  const folder = join(root, "packages", name);
  const client = join(folder, "dist/index.js");
  const operationsEntry = join(folder, "dist/generated/operations.js");
  const factory = findFactory(await moduleExports(client), `packages/${name}`);
  const operations = (await moduleExports(operationsEntry)).slice(0, 1);
  const consumer = { factory, operations, client, operationsEntry };
  const { gzip, minified } = await bundleSize({ code: consumerCode(consumer), resolveIn: folder });
  const whole = await bundleSize({ code: consumerCode({ ...consumer, asNamespace: true }), resolveIn: folder });
  if (whole.minified > minified) {
    console.error(
      `packages/${name}: \`import *\` of /operations brings ${whole.minified - minified} bytes that are not used: something there runs at import.`,
    );
    process.exitCode = 1;
  }
  check(
    `packages/${name} in one call (${operations.join()}, ${gzip} with the core)`,
    gzip - core.gzip,
    ceilings.platform,
  );
}
