import { spawn } from "node:child_process";

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/** What a finished command leaves. */
export interface CommandResult {
  /** True where it ended by itself with exit code 0. */
  readonly ok: boolean;
  /** What it printed, errors included, and what ended it where it did not end by itself. */
  readonly output: string;
}

/** How a command is run. */
export interface CommandOptions {
  readonly cwd: string;
  /** The whole environment. Default: that of this process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Ends the command when it aborts. */
  readonly signal?: AbortSignal;
  /** Milliseconds after which the command is ended. Default: half an hour. */
  readonly timeoutMs?: number;
}

/** Runs a command to its end, or ends it together with everything it started. It never rejects. */
export function runCommand(command: Command, options: CommandOptions): Promise<CommandResult> {
  const [program, ...args] = command;
  const { cwd, env = process.env, signal, timeoutMs = 1_800_000 } = options;
  return new Promise((resolve) => {
    // A process group of its own, so that the workers of vitest and turbo end with it.
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    const chunks: Buffer[] = [];
    let note = "";
    const stop = (why: string): void => {
      note = `\n${program} was ended: ${why}.\n`;
      if (pid !== undefined) killGroup(pid);
    };
    const onAbort = (): void => stop("it is not needed any more");
    const timer = setTimeout(() => stop(`it took more than ${timeoutMs} ms`), timeoutMs);
    const finish = (ok: boolean, silence = ""): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      if (pid !== undefined) running.delete(pid);
      const output = Buffer.concat(chunks).toString("utf8") + note;
      resolve({ ok, output: output === "" ? silence : output });
    };
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", ({ message }) => finish(false, `${program} could not be started: ${message}\n`));
    child.on("close", (code, killer) => {
      if (code === 0) finish(true);
      else finish(false, `${program} ended by ${killer ?? `exit code ${code ?? "unknown"}`} without a word.\n`);
    });
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted === true) onAbort();
  });
}

/** The process groups of the commands that run: an interrupt of the terminal does not reach them. */
const running = new Set<number>();

for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    for (const pid of running) killGroup(pid);
    // Nobody listens any more, so that this ends the process.
    process.kill(process.pid, name);
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It has ended by itself meanwhile.
  }
}
