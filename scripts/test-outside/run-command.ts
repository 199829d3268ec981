import { execFile } from "node:child_process";

/** What a finished command leaves. */
export interface CommandResult {
  readonly ok: boolean;
  /** Standard output and standard error, one after the other. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  /** The whole environment. Default: this process's. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Default: 5 minutes. */
  readonly timeoutMs?: number;
}

/** Runs a program to its end, or ends it when its time is over. It never rejects. */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, env = process.env, timeoutMs = 300_000 }: CommandOptions,
): Promise<CommandResult> {
  const options = { cwd, env: { ...env }, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024, encoding: "utf8" } as const;
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const late = error?.killed === true ? `\nended after ${timeoutMs} ms` : "";
      resolve({ ok: error === null, output: `${stdout}${stderr}${late}`.trim() || (error?.message ?? "") });
    });
  });
}
