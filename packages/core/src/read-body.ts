/**
 * Reads a body whole, or returns undefined if it is larger than `maxBytes`, counted after decompression: it stops at the first
 * byte too many, and a declared length over the limit is refused unread. Rejects with the signal's reason when aborted, and as
 * the stream does when the connection breaks.
 */
export async function readBody(options: {
  readonly response: Response;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { response, maxBytes, signal } = options;
  signal.throwIfAborted();
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  // Never awaited: under msw 2.15 the promise of `cancel` does not settle. A pending read ends at once all the same.
  const cancel = (): void => void reader.cancel(signal.reason).catch(() => undefined);
  if (Number(response.headers.get("content-length")) > maxBytes) {
    cancel();
    return undefined;
  }
  signal.addEventListener("abort", cancel);
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return concatenate(chunks, length);
      chunks.push(value);
      length += value.length;
      if (length > maxBytes) {
        cancel();
        return undefined;
      }
    }
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

function concatenate(chunks: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
