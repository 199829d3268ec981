import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";

// Runs the smoke in workerd, which takes one file and a configuration: run-in-workerd.ts <workerd> <worker-smoke.ts> <home> <elsewhere>
const [workerd = "", entry = "", home = "", elsewhere = ""] = process.argv.slice(2);
const folder = mkdtempSync(path.join(os.tmpdir(), "workerd-"));
await build({
  entryPoints: [entry],
  outfile: path.join(folder, "worker.js"),
  bundle: true,
  format: "esm",
  platform: "browser",
  conditions: ["workerd", "worker"],
});
const binding = (name: string, text: string): string =>
  `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`;
writeFileSync(
  path.join(folder, "config.capnp"),
  `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "smoke", worker = .smoke),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
);
const smoke :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2025-10-01",
  bindings = [${binding("home", home)}, ${binding("elsewhere", elsewhere)}],
);
`,
);
const child = spawn(workerd, ["test", path.join(folder, "config.capnp")], { stdio: "inherit" });
child.on("close", (code) => {
  rmSync(folder, { recursive: true });
  process.exitCode = code ?? 1;
});
