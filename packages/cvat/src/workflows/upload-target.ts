import type { CvatCaller } from "../types.ts";

/** Where a file goes: an endpoint that takes uploads. Its chunks go to addresses below it. */
export interface UploadTarget {
  /** The operationId, for errors and hooks. */
  readonly operation: string;
  /** The path template, with a slash at its end. */
  readonly path: string;
  /** What stands for `{id}` in it. */
  readonly id?: number | undefined;
}

/** The address of an endpoint that takes uploads. */
export function uploadUrl({ baseUrl }: Pick<CvatCaller, "baseUrl">, { path, id }: UploadTarget): string {
  return baseUrl + path.replace("{id}", String(id));
}

/**
 * Milliseconds for one request that sends so many bytes: a minute, and as long as they take at 32 kB/s. Slower than that, a
 * connection counts as broken.
 */
export function sendingTimeoutMs(bytes: number): number {
  return 60_000 + bytes / 32;
}
