import type { Deadline } from "./deadline.ts";

/** What has come of a body. */
export interface ReceivedBody {
  readonly chunks: Uint8Array<ArrayBuffer>[];
  /** True where that is all; otherwise it was too large, or broke off. */
  readonly isWhole?: boolean;
  /** What broke it off. */
  readonly error?: unknown;
}

/**
 * Reads a body up to `maxBytes`, counted after decompression: it stops at the first byte too many, and a declared length over the
 * limit is refused unread. Rejects with the signal's reason when aborted.
 */
export function readBody(
  response: Response,
  { signal, race }: Pick<Deadline, "race" | "signal">,
  maxBytes: number,
): Promise<ReceivedBody> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  const stop = (): void => {
    // Never awaited: under msw 2.15 the promise of `cancel` does not settle.
    reader?.cancel(signal.reason).catch(() => undefined);
  };
  const read = async (): Promise<ReceivedBody> => {
    signal.throwIfAborted();
    reader = response.body?.getReader();
    let length = Number(response.headers.get("content-length")) > maxBytes ? Infinity : 0;
    while (length <= maxBytes) {
      const chunk = await reader?.read();
      if (!chunk?.value) return { chunks, isWhole: true };
      length += chunk.value.length;
      chunks.push(chunk.value);
    }
    stop();
    return { chunks };
  };
  // The whole of it, because a race costs as much as reading a chunk; `stop` ends what still reads.
  return race(read()).catch((error: unknown) => {
    stop();
    signal.throwIfAborted();
    return { chunks, error };
  });
}
