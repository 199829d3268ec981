import type { Deadline } from "./deadline.ts";

/**
 * Reads the chunks of a body. False if the body is larger than `maxBytes`, counted after decompression: it stops at
 * the first byte too many, and a declared length over the limit is refused unread. Rejects with the signal's reason when aborted,
 * and as the stream does when the connection breaks.
 */
export async function readBody(options: {
  readonly response: Response;
  readonly maxBytes: number;
  readonly deadline: Pick<Deadline, "race" | "signal">;
  /** Filled with what comes; after a failure, what had come before it. */
  readonly chunks: Uint8Array<ArrayBuffer>[];
}): Promise<boolean> {
  const { response, maxBytes, deadline, chunks } = options;
  const reader = response.body?.getReader();
  try {
    let length = Number(response.headers.get("content-length")) > maxBytes ? Infinity : 0;
    while (length <= maxBytes) {
      deadline.signal.throwIfAborted();
      const chunk = await deadline.race(reader?.read());
      if (!chunk?.value) return true;
      length += chunk.value.length;
      chunks.push(chunk.value);
    }
    return false;
  } finally {
    // Never awaited: under msw 2.15 the promise of `cancel` does not settle.
    reader?.cancel(deadline.signal.reason).catch(() => undefined);
  }
}
