import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages } from "../pack/pack-packages.ts";
import { execute } from "./execute.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = process.argv[2];
if (folder === undefined) throw new Error("Say where to install: node scripts/matrix/install-consumer.ts <folder>.");

// As a user would: npm, the packed packages, the optional peer, types of Node. No install script runs.
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
const packed = await packPackages(root, folder);
const tarballs = packed.map(({ tarball }) => tarball);
await execute(
  ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", ...tarballs, "msw@3.0.5", "@types/node@24.19.2"],
  folder,
);
