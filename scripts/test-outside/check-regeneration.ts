import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "../steps/run-command.ts";
import { compileFiles } from "./compile-files.ts";
import { installAlone } from "./install-alone.ts";
import { OutsideError } from "./outside-error.ts";

export interface RegenerationCheck {
  readonly root: string;
  /** An empty folder. */
  readonly folder: string;
  readonly name: string;
  readonly tarballs: ReadonlyMap<string, string>;
  /** The specification of the user's own server. */
  readonly specification: string;
}

const generator = "@labelwire/codegen";

/** Generates a client for a server of one's own with the packed generator, and compiles and loads what it wrote. */
export async function checkRegeneration(check: RegenerationCheck): Promise<void> {
  const { root, folder, name, tarballs, specification } = check;
  await installAlone(folder, { name, tarballs, beside: { [generator]: `file:${tarballs.get(generator) ?? ""}` } });
  await copyFile(specification, join(folder, "openapi.yaml"));
  const options = ["--platform", name, "--spec", "openapi.yaml", "--out", "own", "--allow-unmatched"];
  const generated = await runCommand(["npx", "--no-install", "labelwire", "generate", ...options], { cwd: folder });
  if (!generated.ok) throw new OutsideError("nothing can be generated for a server of one's own", generated.output);
  const files = ["own/operations.ts", "own/schema.ts"];
  for (const surroundings of [["dom"], ["node"]] as const) {
    const { ok, output } = await compileFiles({ root, folder, files, surroundings, outDir: "out" });
    if (!ok) throw new OutsideError("what was generated for a server of one's own does not compile", output);
  }
  const loaded = await runCommand([process.execPath, "out/own/operations.js"], { cwd: folder });
  if (!loaded.ok) throw new OutsideError("what was generated for a server of one's own does not load", loaded.output);
}
