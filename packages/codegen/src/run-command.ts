import { SpecError } from "./spec-error.ts";

/** Something about the command line itself is wrong. */
export class UsageError extends Error {}

/** How a command speaks to whoever runs it. */
export interface CommandVoice {
  readonly usage: string;
  readonly error: (line: string) => void;
}

/**
 * Runs a command and tells what is wrong.
 *
 * @returns The exit code: 0, 1 where the input is wrong, 2 where the command line is.
 */
export async function runCommand({ usage, error }: CommandVoice, command: () => Promise<void>): Promise<number> {
  try {
    await command();
    return 0;
  } catch (reason) {
    if (reason instanceof SpecError) {
      error(reason.message);
      return 1;
    }
    if (reason instanceof UsageError || isArgumentError(reason)) {
      error(`${reason.message}\n\n${usage}`);
      return 2;
    }
    if (isSystemError(reason)) {
      error(reason.message);
      return 1;
    }
    throw reason;
  }
}

/** What a file or a folder refuses, such as an `--out` that is a file: the message names both. */
function isSystemError(reason: unknown): reason is Error {
  return reason instanceof Error && "syscall" in reason;
}

/** What `parseArgs` throws. */
function isArgumentError(reason: unknown): reason is Error {
  return reason instanceof Error && "code" in reason && String(reason.code).startsWith("ERR_PARSE_ARGS_");
}
