import { mkdir, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { PublishablePackage } from "./find-packages.ts";
import { OutsideError } from "./outside-error.ts";
import { runCommand } from "./run-command.ts";

/** Packs a built package as it would be published, and returns the path of the tarball. */
export async function packPackage({ name, folder }: PublishablePackage, destination: string): Promise<string> {
  const own = join(destination, basename(folder));
  await mkdir(own, { recursive: true });
  const { ok, output } = await runCommand("pnpm", ["pack", "--pack-destination", own], { cwd: folder });
  const tarball = (await readdir(own)).find((file) => file.endsWith(".tgz"));
  if (!ok || tarball === undefined) throw new OutsideError(`${name} cannot be packed`, output);
  return join(own, tarball);
}
