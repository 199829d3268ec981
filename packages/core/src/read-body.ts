/**
 * Hands the chunks of a body to `take`. False if the body is larger than `maxBytes`, counted after decompression: it stops at
 * the first byte too many, and a declared length over the limit is refused unread. Rejects with the signal's reason when aborted,
 * and as the stream does when the connection breaks.
 */
export async function readBody(options: {
  readonly response: Response;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly take: (chunk: Uint8Array<ArrayBuffer>) => void;
}): Promise<boolean> {
  const { response, maxBytes, signal, take } = options;
  const reader = response.body?.getReader();
  // Never awaited: under msw 2.15 the promise of `cancel` does not settle. A pending read ends at once all the same.
  const cancel = (): void => void reader?.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener("abort", cancel);
  try {
    let length = Number(response.headers.get("content-length")) > maxBytes ? Infinity : 0;
    for (;;) {
      if (length > maxBytes) {
        cancel();
        return false;
      }
      signal.throwIfAborted();
      const chunk = await reader?.read();
      signal.throwIfAborted();
      if (chunk?.value === undefined) return true;
      length += chunk.value.length;
      take(chunk.value);
    }
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}
