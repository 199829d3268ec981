import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readManifest } from "../checks/manifest.ts";
import { openRepository } from "../checks/repository.ts";
import { packPackages } from "../pack/pack-packages.ts";
import { installPackages } from "./install-packages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = process.argv[2];
if (folder === undefined) throw new Error("Usage: node scripts/matrix/install-consumer.ts <folder>.");

// As a user would: npm, the packed packages, the optional peer, types of Node. No install script runs.
mkdirSync(folder, { recursive: true });
const packed = await packPackages(root, folder);
const { msw = "" } = readManifest(openRepository(root), "core").devDependencies ?? {};
await installPackages(folder, [...packed.map(({ tarball }) => tarball), `msw@${msw}`, "@types/node@24.19.2"]);
