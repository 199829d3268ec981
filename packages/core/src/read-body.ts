/**
 * Reads the chunks of a body. False if the body is larger than `maxBytes`, counted after decompression: it stops at
 * the first byte too many, and a declared length over the limit is refused unread. Rejects with the signal's reason when aborted,
 * and as the stream does when the connection breaks.
 */
export async function readBody(options: {
  readonly response: Response;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Filled with what comes; after a failure, what had come before it. */
  readonly chunks: Uint8Array<ArrayBuffer>[];
}): Promise<boolean> {
  const { response, maxBytes, signal, chunks } = options;
  const reader = response.body?.getReader();
  // It ends a read under way. Never awaited: under msw 2.15 the promise of `cancel` does not settle.
  const cancel = (): void => {
    reader?.cancel(signal.reason).catch(() => undefined);
  };
  signal.addEventListener("abort", cancel);
  try {
    let length = Number(response.headers.get("content-length")) > maxBytes ? Infinity : 0;
    while (length <= maxBytes) {
      signal.throwIfAborted();
      const chunk = (await reader?.read())?.value;
      signal.throwIfAborted();
      if (!chunk) return true;
      length += chunk.length;
      chunks.push(chunk);
    }
    return false;
  } finally {
    signal.removeEventListener("abort", cancel);
    cancel();
  }
}
