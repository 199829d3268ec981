import { spawn } from "node:child_process";
import type { Step } from "./step.ts";

/** Tools that would report usage to their makers are told not to, and colours survive the pipe. */
const environment: Readonly<Record<string, string>> = {
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
};

/** What a finished command leaves. */
export interface CommandResult {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a command to its end; an aborted `signal` ends it together with everything it started. */
export function runCommand(
  command: Step["command"],
  { cwd, signal }: { cwd: string; signal: AbortSignal },
): Promise<CommandResult> {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    // A process group of its own, so that the workers of vitest and turbo end with it.
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const chunks: Buffer[] = [];
    const stop = (): void => {
      if (child.pid !== undefined && child.exitCode === null) killGroup(child.pid);
    };
    const finish = (ok: boolean, note = ""): void => {
      signal.removeEventListener("abort", stop);
      resolve({ ok, output: Buffer.concat(chunks).toString("utf8") + note });
    };
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => finish(false, `${program} could not be started: ${error.message}\n`));
    child.on("close", (code) => finish(code === 0));
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It has ended by itself meanwhile.
  }
}
