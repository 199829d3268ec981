import { spawn } from "node:child_process";
import type { Command } from "../steps/run-command.ts";

/** Runs a program in `cwd`, its output passed through; rejects unless it ends with exit code 0. */
export function execute(command: Command, cwd: string): Promise<void> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(failure(`${command.join(" ")} ended by ${signal ?? `exit code ${code ?? "unknown"}`}.`));
    });
  });
}

/** Where it was thrown tells nobody anything; what the program printed does. */
function failure(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
