import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** The folder of the made-up platform that the tests compile. */
export const petsFolder: string = join(import.meta.dirname, "fixtures/pets");

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "labelwire-codegen-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A repository with the pets in `specs/pets`, as the generator expects it. */
export async function writeRepository(): Promise<string> {
  const root = await temporaryFolder();
  await mkdir(join(root, "specs"), { recursive: true });
  await cp(petsFolder, join(root, "specs/pets"), { recursive: true });
  await pinSource(root);
  return root;
}

/** Writes the `source.json` that fits the specification. */
export async function pinSource(root: string): Promise<void> {
  const bytes = await readFile(join(root, "specs/pets/openapi.yaml"));
  const source = {
    kind: "upstream",
    url: "https://pets.example.com/openapi.yaml",
    version: "1.2.0",
    date: "2026-01-31",
    sha256: createHash("sha256").update(bytes).digest("hex"),
    licence: "MIT",
  };
  await writeFile(join(root, "specs/pets/source.json"), JSON.stringify(source));
}
