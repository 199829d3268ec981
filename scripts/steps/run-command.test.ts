import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { runCommand, type CommandResult } from "./run-command.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "labelwire-command-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
});

/** Notes the number of its process, and stays. */
const stay = `require("node:fs").writeFileSync("pid", String(process.pid)); setInterval(() => {}, 1000)`;
/** Leaves it to a process of its own. */
const delegate = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(stay)}])`;

const run = (code: string, options: object = {}): Promise<CommandResult> =>
  runCommand([process.execPath, "-e", code], { cwd: folder, ...options });
const startedPid = (): Promise<number> => vi.waitUntil(readPid, { timeout: 20_000 });

function readPid(): number {
  try {
    return Number(readFileSync(join(folder, "pid"), "utf8"));
  } catch {
    return 0;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("what a command prints is kept, and so is why it failed without a word", async () => {
  const both = await run("console.log('one'); console.error('two')");
  expect(both.ok).toBe(true);
  expect(both.output.split("\n").sort()).toEqual(["", "one", "two"]);
  expect(await run("process.exit(3)")).toEqual({
    ok: false,
    output: `${process.execPath} ended by exit code 3 without a word.\n`,
  });
});

test("the environment is the one that is given, and nothing else", async () => {
  const code = "console.log(process.env.PET, process.env.HOME)";
  expect(await run(code, { env: { PET: "cat" } })).toEqual({ ok: true, output: "cat undefined\n" });
});

test("a command that takes too long is ended with all that it started, and says so", async () => {
  const work = run(delegate, { timeoutMs: 5_000 });
  const pid = await startedPid();
  expect(await work).toMatchObject({ ok: false, output: expect.stringContaining("it took more than 5000 ms") });
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000 });
});

test("an interrupt ends the commands too", async () => {
  const file = fileURLToPath(new URL("run-command.ts", import.meta.url));
  const command = JSON.stringify([process.execPath, "-e", delegate]);
  const code = `import { runCommand } from ${JSON.stringify(file)}; await runCommand(${command}, { cwd: "." });`;
  const options = { cwd: folder, stdio: "ignore" } as const;
  const script = spawn(process.execPath, ["--input-type=module", "-e", code], options);
  const pid = await startedPid();
  script.kill("SIGINT");
  expect(await once(script, "close")).toEqual([null, "SIGINT"]);
  await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 20_000 });
});
