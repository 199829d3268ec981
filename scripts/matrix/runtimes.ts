import { join } from "node:path";
import { arch, platform } from "node:process";
import type { Command } from "../steps/run-command.ts";
import { installPackages } from "./install-packages.ts";

/** A runtime that is no Node, as npm has it. */
export interface Runtime {
  /** The npm packages that hold the binary; those of other machines are not installed. */
  readonly packages: readonly string[];
  /** Where the binary is, in a folder where they are installed. */
  readonly binary: string;
  /** What runs the smoke: a program and its arguments, to which the two origins are appended. */
  command(job: { readonly binary: string; readonly core: string }): Command;
}

const onLinux = platform === "linux";
const cpu = arch === "arm64" ? "arm64" : "x64";
const bunCpu = arch === "arm64" ? "aarch64" : "x64";
const workerdCpu = arch === "arm64" ? "arm64" : "64";
const denoPackage = `@deno/${platform}-${cpu}${onLinux ? "-glibc" : ""}`;
const bunPackage = `@oven/bun-${platform}-${bunCpu}`;
const workerdPackage = `@cloudflare/workerd-${platform}-${workerdCpu}`;

/** The smoke reads and writes below the folder where it runs alone. */
const smoke = ["smoke/runtimes/run-smoke.ts", "smoke/files"];

// The packages of the binaries, because the packages `deno`, `bun` and `workerd` link to them in install scripts.
export const runtimes: Readonly<Record<string, Runtime>> = {
  deno: {
    packages: [`${denoPackage}@2.9.6`],
    binary: `node_modules/${denoPackage}/deno`,
    command: ({ binary }) => [
      binary,
      "run",
      "--no-prompt",
      "--node-modules-dir=manual",
      "--allow-net=127.0.0.1",
      "--allow-read=.",
      "--allow-write=.",
      "--allow-env",
      ...smoke,
    ],
  },
  bun: {
    packages: [`${bunPackage}@1.4.5`],
    binary: `node_modules/${bunPackage}/bin/bun`,
    command: ({ binary }) => [binary, "run", ...smoke],
  },
  workerd: {
    packages: [`${workerdPackage}@1.20261117.1`],
    binary: `node_modules/${workerdPackage}/bin/workerd`,
    command: ({ binary, core }) => [
      process.execPath,
      join(core, "test/runtimes/run-in-workerd.ts"),
      binary,
      "smoke/runtimes/worker-smoke.ts",
    ],
  },
};

/** Installs a runtime into `folder` and returns its binary. No install script runs. */
export async function installRuntime({ packages, binary }: Runtime, folder: string): Promise<string> {
  await installPackages(folder, packages);
  return join(folder, binary);
}
