import { spawn } from "node:child_process";

/** Runs a program in `cwd`, its output passed through; rejects unless it ends with exit code 0. */
export function execute(command: readonly [program: string, ...args: string[]], cwd: string): Promise<void> {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(failure(`${command.join(" ")} ended with exit code ${code ?? "of a signal"}.`));
    });
  });
}

/** Where it was thrown tells nobody anything; what the program printed does. */
function failure(message: string): Error {
  const error = new Error(message);
  error.stack = message;
  return error;
}
